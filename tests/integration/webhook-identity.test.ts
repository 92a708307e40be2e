import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

async function texts(url: string, sessionId: string): Promise<string[]> {
  using client = connect(url);
  const { segments } = await client.api.session.get.query({ sessionId });
  return segments.map(({ text }) => text);
}

test("an empty Idempotency-Key identifies nothing", async () => {
  await using server = await startServer();
  const key = { "idempotency-key": "" };
  await post(server.url, { sessionId: "c1", text: "My furnace is broken." }, key);
  const second = await post(server.url, { sessionId: "c1", text: "And it is cold." }, key);
  expect(second.answer).toEqual({ accepted: 1, duplicates: 0 });
  await post(server.url, { sessionId: "c1", text: "My furnace is broken." }, key);
  expect(await texts(server.url, "c1")).toHaveLength(3);
  using client = connect(server.url);
  const { segments } = await client.api.session.get.query({ sessionId: "c1" });
  expect(segments.filter(({ corrected }) => corrected)).toEqual([]);
});

test("long Idempotency-Keys that differ at their end are different", async () => {
  await using server = await startServer();
  const head = "k".repeat(600);
  await post(server.url, { sessionId: "c1", text: "Yes." }, { "idempotency-key": `${head}1` });
  await post(server.url, { sessionId: "c1", text: "Yes." }, { "idempotency-key": `${head}2` });
  expect(await texts(server.url, "c1")).toEqual(["Yes.", "Yes."]);
});

test("ids that cannot be kept as they are, are refused: no Unicode text holds them, or no database", async () => {
  await using server = await startServer();
  const words = { text: "Hello.", sessionId: "c1" };
  expect((await post(server.url, { ...words, segmentId: "\ud800" })).status).toBe(400);
  expect((await post(server.url, { ...words, sessionId: "c\udc00" })).status).toBe(400);
  const refused = await post(server.url, { ...words, segmentId: "a\0" });
  expect(refused).toMatchObject({ status: 400, answer: { errors: [{ field: "segmentId" }] } });
});

test.each(["a/b", "a#b", "a%2Fb", "a?b=c&d", "ünï-會話-🙂", `${"x".repeat(199)}/`, "..", "a\\b\"'", "a:b:0"])(
  "a session may be called %s",
  async (sessionId) => {
    await using server = await startServer();
    using client = connect(server.url);
    using seen = watch(client, sessionId);
    await client.api.copilot.enable.mutate({ sessionId, selectedPlan: "Plus", selectedState: "TX" });
    await post(server.url, { sessionId, text: "Is my dishwasher covered?" });
    await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready" }]));
    const requestId = "r".repeat(100);
    const { cardId } = await client.api.copilot.ask.mutate({
      sessionId,
      question: "what is the fee",
      requestId,
    });
    await vi.waitFor(() => expect(seen.cards()).toHaveLength(2));
    await client.api.suggestion.feedback.mutate({ sessionId, cardId, kind: "used" });
    const input = encodeURIComponent(JSON.stringify({ sessionId }));
    const got = await (await fetch(`${server.url}/trpc/session.get?input=${input}`)).json();
    expect(got.result.data.state.sessionId).toBe(sessionId);
    expect(got.result.data.state.marks).toEqual({ [cardId]: ["used"] });
  },
);

test("a correction without an offset stays where its first words stand", async () => {
  await using server = await startServer();
  await post(server.url, {
    sessionId: "c1",
    segmentId: "a",
    text: "one",
    beginOffsetMs: 9_000,
    endOffsetMs: 9_500,
  });
  await post(server.url, { sessionId: "c1", segmentId: "a", text: "won" });
  using client = connect(server.url);
  const { segments } = await client.api.session.get.query({ sessionId: "c1" });
  expect(segments[1]).toMatchObject({ text: "won", corrected: true, atMs: 9_000, beginOffsetMs: 9_000 });
});

test("two finals of one segment in flight at once: one is the segment, the other its correction", async () => {
  await using server = await startServer();
  const send = (text: string) => post(server.url, { sessionId: "c1", segmentId: "a", text });
  const answers = await Promise.all(["one", "two", "one", "two"].map(send));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  expect(answers.reduce((sum, { answer }) => sum + Number(answer["accepted"]), 0)).toBe(2);
  using client = connect(server.url);
  const { segments } = await client.api.session.get.query({ sessionId: "c1" });
  expect(segments.map(({ corrected = false }) => corrected)).toEqual([false, true]);
});

test("a thousand events of five hundred sessions are all taken, and sent again change nothing", async () => {
  await using server = await startServer();
  const events = Array.from({ length: 1000 }, (_, n) => ({
    sessionId: `s${n % 500}`,
    segmentId: `g${n}`,
    phone: "(512) 555-0123",
    text: `words ${n}`,
  }));
  expect((await post(server.url, events)).answer).toEqual({ accepted: 1000, duplicates: 0 });
  expect((await post(server.url, events)).answer).toEqual({ accepted: 0, duplicates: 1000 });
  expect(await texts(server.url, "s499")).toEqual(["words 499", "words 999"]);
});
