import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { modelAnswer } from "../support/model-answer.ts";
import { startOpenAi } from "../support/services/start-openai.ts";
import { startServer } from "../support/start-server.ts";

const THINGS = [
  "dishwasher",
  "furnace",
  "refrigerator",
  "water heater",
  "oven",
  "garbage disposal",
  "sump pump",
];
const SESSIONS = 8;

test("a model of which every third call fails: each question ends in a valid card, and none keeps waiting", async () => {
  await using model = await startOpenAi({
    answer: modelAnswer,
    timeToFirstTokenMs: 30,
    faults: { error: 0.08, rateLimited: 0.07, malformedText: 0.05, malformedBody: 0.03, cut: 0.07 },
    retryAfterSeconds: 0.2,
  });
  await using server = await startServer({
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_DECIDES: "1",
    OPENAI_API_KEY: "any",
    ADVISOR_DEADLINE_MS: "2500",
  });
  using client = connect(server.url);
  const watched = Array.from({ length: SESSIONS }, (_, n) => ({
    sessionId: `c${n}`,
    seen: watch(client, `c${n}`),
  }));
  for (const { sessionId } of watched) {
    await client.api.copilot.enable.mutate({ sessionId, selectedPlan: "Plus", selectedState: "TX" });
  }
  for (const [n, thing] of THINGS.entries()) {
    await post(
      server.url,
      watched.flatMap(({ sessionId }) => [
        { sessionId, segmentId: `q${n}`, beginOffsetMs: n * 60_000, text: `Is my ${thing} covered?` },
        {
          sessionId,
          segmentId: `a${n}`,
          beginOffsetMs: n * 60_000 + 4_000,
          speaker: "AGENT",
          text: "One moment.",
        },
      ]),
    );
  }
  await vi.waitFor(
    () => {
      for (const { seen } of watched) {
        expect(seen.cards()).toHaveLength(THINGS.length);
        expect(seen.cards().every(({ status }) => status === "ready")).toBe(true);
      }
    },
    { timeout: 25_000, interval: 100 },
  );
  const cards = watched.flatMap(({ seen }) => seen.cards());
  for (const card of cards) {
    expect(card.script.length).toBeGreaterThan(10);
    if (card.decision !== "Unknown" && card.decision !== null) expect(card.citations).not.toEqual([]);
    // The model's answer, or the rules' with the reason why.
    if (card.engine === "rules") expect(card.notice?.code).toMatch(/^MODEL_/);
    else expect(card.engine).toMatch(/^openai:/);
  }
  const byModel = cards.filter(({ engine }) => engine.startsWith("openai:"));
  expect(byModel.length).toBeGreaterThan(cards.length / 2);
  expect(byModel[0]?.timings).toMatchObject({
    inputTokens: expect.any(Number),
    outputTokens: expect.any(Number),
  });
  // Faults did come, and drafts were shown while cards were written.
  expect(model.calls.some(({ fault }) => fault)).toBe(true);
  expect(watched.flatMap(({ seen }) => seen.updates).some(({ drafts }) => drafts?.length)).toBe(true);
  for (const { seen } of watched) seen[Symbol.dispose]();
  expect(server.failures).toEqual([]);
});

test("while the model's circuit is open cards stand at once by the rules, and say that the assistant is away", async () => {
  await using model = await startOpenAi({ answer: modelAnswer, faults: { error: 1 } });
  await using server = await startServer({
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_DECIDES: "1",
    ADVISOR_DEADLINE_MS: "2000",
  });
  using client = connect(server.url);
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus", selectedState: "TX" });
  using seen = watch(client, "c1");
  for (const [n, thing] of THINGS.entries()) {
    await post(server.url, {
      sessionId: "c1",
      segmentId: `q${n}`,
      beginOffsetMs: n * 60_000,
      text: `Is my ${thing} covered?`,
    });
    await vi.waitFor(
      () => {
        expect(seen.cards()).toHaveLength(n + 1);
        expect(seen.cards().every(({ status }) => status === "ready")).toBe(true);
      },
      { timeout: 15_000 },
    );
  }
  const calls = model.calls.length;
  expect(seen.cards().at(-1)).toMatchObject({ engine: "rules", notice: { code: "MODEL_FAILED" } });
  await vi.waitFor(async () => {
    const { state } = await client.api.session.get.query({ sessionId: "c1" });
    expect(state.copilot.degraded).toEqual(["model"]);
  }, 10_000);
  expect(calls).toBeLessThan(THINGS.length * 3);
});
