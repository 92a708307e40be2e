import { expect, test, vi } from "vitest";
import { POOL_ANSWER, poolRequest, readAdvice, readSteps } from "../support/model-case.ts";
import { openModels } from "../support/open-models.ts";
import { type ModelCall, sendAnswer, sendError, startScriptedModel } from "../support/scripted-model.ts";

/** Whose question a call was: the tests say it in the question. */
function sessionOf({ body }: ModelCall): string {
  return /Is the (\w+) covered/.exec(JSON.stringify(body))?.[1] ?? "";
}

function ask(models: ReturnType<typeof openModels>, sessionId: string, signal?: AbortSignal) {
  const question = { ...poolRequest().question, text: `Is the ${sessionId} covered?` };
  return readAdvice(models.advisor, poolRequest({ sessionId, question }), signal);
}

test("no more are asked at once than may be, and a busy session does not keep the others waiting", async () => {
  await using server = await startScriptedModel(() => undefined);
  await using models = openModels(server.baseUrl, { concurrency: 2 });
  const asked = ["busy", "busy", "busy", "busy", "busy", "busy", "quiet", "calm"];
  const answers = asked.map((sessionId) => ask(models, sessionId));
  for (let served = 0; served < asked.length; served += 1) {
    await vi.waitFor(() => expect(server.calls.length).toBeGreaterThan(served));
    const open = server.calls.filter(({ res }) => !res.writableEnded);
    expect(open.length).toBeLessThanOrEqual(2);
    const [first] = open;
    if (first) sendAnswer(first, POOL_ANSWER);
  }
  await Promise.all(answers);
  expect(server.calls.map(sessionOf)).toEqual([
    "busy",
    "busy",
    "busy",
    "quiet",
    "calm",
    "busy",
    "busy",
    "busy",
  ]);
  expect(models.outcomes.some(({ queuedSeconds }) => queuedSeconds > 0)).toBe(true);
});

test("a question whose time is up while it waits was not asked, and counts for nothing", async () => {
  await using server = await startScriptedModel(() => undefined);
  await using models = openModels(server.baseUrl, {
    concurrency: 1,
    circuit: { failures: 1, reopenMs: 60_000 },
  });
  const first = ask(models, "first");
  await vi.waitFor(() => expect(server.calls).toHaveLength(1));
  await expect(ask(models, "second", AbortSignal.timeout(30))).rejects.toMatchObject({
    name: "TimeoutError",
  });
  expect(models.outcomes).toMatchObject([{ outcome: "timeout", attempts: 0 }]);
  expect(models.advisor.isAvailable()).toBe(true);
  const [call] = server.calls;
  if (call) sendAnswer(call, POOL_ANSWER);
  expect(await first).toMatchObject({ decision: "No" });
  expect(server.calls).toHaveLength(1);
});

test("a model that fails again and again is left alone for a while, then tried once", async () => {
  let works = false;
  await using server = await startScriptedModel((call) =>
    works ? sendAnswer(call, POOL_ANSWER) : sendError(call, 401),
  );
  const reopenMs = 1_500;
  await using models = openModels(server.baseUrl, { circuit: { failures: 3, reopenMs } });
  for (let n = 0; n < 3; n += 1) await readSteps(models.advisor).catch(() => undefined);
  expect(models.advisor.isAvailable()).toBe(false);

  await expect(readSteps(models.advisor)).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  expect(server.calls).toHaveLength(3);
  expect(models.outcomes.at(-1)).toMatchObject({ outcome: "failed", failure: "circuit-open", attempts: 0 });

  works = true;
  await vi.waitFor(() => expect(models.advisor.isAvailable()).toBe(true), { timeout: 5_000 });
  expect(await readAdvice(models.advisor)).toMatchObject({ decision: "No" });
  await vi.waitFor(() => expect(models.advisor.isAvailable()).toBe(true));
  expect(server.calls).toHaveLength(4);
});

test("a model that never answers in time is left alone too; one that is not waited for is not", async () => {
  await using server = await startScriptedModel(() => undefined);
  await using models = openModels(server.baseUrl, { circuit: { failures: 2, reopenMs: 60_000 } });
  for (let n = 0; n < 3; n += 1) {
    const controller = new AbortController();
    const reading = readSteps(models.advisor, poolRequest(), controller.signal);
    await vi.waitFor(() => expect(server.calls).toHaveLength(n + 1));
    controller.abort(new Error("superseded"));
    await expect(reading).rejects.toThrow("superseded");
  }
  expect(models.advisor.isAvailable()).toBe(true);
  for (let n = 0; n < 2; n += 1) {
    await readSteps(models.advisor, poolRequest(), AbortSignal.timeout(40)).catch(() => undefined);
  }
  expect(models.advisor.isAvailable()).toBe(false);
});
