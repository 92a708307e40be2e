import { once } from "node:events";
import { expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

test("an event is acknowledged once it is stored, and sending it again changes nothing", async () => {
  await using server = await startServer();
  const event = { sessionId: "c1", segmentId: "a", text: "Is my furnace covered?" };
  expect(await post(server.url, event)).toMatchObject({
    status: 202,
    answer: { accepted: 1, duplicates: 0 },
  });
  expect(await post(server.url, event)).toMatchObject({
    status: 202,
    answer: { accepted: 0, duplicates: 1 },
  });
  await server.stop();

  await using again = await startServer({}, server.dataDir);
  using client = connect(again.url);
  const { segments } = await client.api.session.get.query({ sessionId: "c1" });
  expect(segments.map(({ text }) => text)).toEqual(["Is my furnace covered?"]);
});

test("without a segmentId an event is known by speaker, offset and text; or by the Idempotency-Key and its place", async () => {
  await using server = await startServer();
  const offset = { sessionId: "c1", text: "Yes.", beginOffsetMs: 1000 };
  await post(server.url, offset);
  expect((await post(server.url, offset)).answer).toEqual({ accepted: 0, duplicates: 1 });
  expect((await post(server.url, { ...offset, beginOffsetMs: 2000 })).answer["accepted"]).toBe(1);

  const batch = [
    { sessionId: "c2", text: "Yes." },
    { sessionId: "c2", text: "Yes." },
  ];
  const key = { "idempotency-key": "batch-1" };
  expect((await post(server.url, batch, key)).answer).toEqual({ accepted: 2, duplicates: 0 });
  expect((await post(server.url, batch, key)).answer).toEqual({ accepted: 0, duplicates: 2 });
});

test("what nothing identifies is new, unless it repeats the session's last words within two seconds", async () => {
  await using server = await startServer();
  const yes = { sessionId: "c1", text: "Yes." };
  const together = await Promise.all([post(server.url, yes), post(server.url, yes)]);
  expect(together.map(({ answer }) => answer["accepted"]).sort()).toEqual([0, 1]);
  await post(server.url, { sessionId: "c1", text: "Right.", speaker: "AGENT" });
  expect((await post(server.url, yes)).answer).toEqual({ accepted: 1, duplicates: 0 });
});

test("the first final wins: a later partial is ignored, other final words are a correction under the same id", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  const segment = { sessionId: "c1", segmentId: "a" };
  await post(server.url, { ...segment, text: "my pool", final: false });
  await vi.waitFor(() => expect(seen.segments).toMatchObject([{ text: "my pool", final: false }]));
  await post(server.url, { ...segment, text: "my pool heater" });
  await post(server.url, { ...segment, text: "my pool heat", final: false });
  await post(server.url, { ...segment, text: "my cool heater" });
  await post(server.url, { ...segment, text: "my pool heater" });
  await vi.waitFor(() => expect(seen.segments).toHaveLength(3));
  expect(seen.segments.slice(1)).toMatchObject([
    { id: "1", text: "my pool heater", final: true },
    { id: "2", text: "my cool heater", final: true, corrected: true },
  ]);
});

test("one wrong event refuses the batch with problem details that name every wrong field, and nothing is stored", async () => {
  await using server = await startServer();
  const wrong = [
    { sessionId: "c1", text: "fine" },
    { sessionId: "c 1", text: "  ", speaker: "ROBOT", final: false },
  ];
  const { status, type, answer } = await post(server.url, wrong);
  expect(status).toBe(400);
  expect(type).toContain("application/problem+json");
  const fields = (answer["errors"] as { field: string }[]).map(({ field }) => field);
  expect(fields).toEqual(expect.arrayContaining(["1.sessionId", "1.text", "1.speaker"]));
  using client = connect(server.url);
  expect((await client.api.session.list.query({})).sessions).toEqual([]);
});

test("a partial needs a segmentId", async () => {
  await using server = await startServer();
  const { answer } = await post(server.url, { sessionId: "c1", text: "my", final: false });
  expect(answer["errors"]).toMatchObject([{ field: "segmentId" }]);
});

test.each([
  ["no JSON", "{", 400],
  ["not an object", "3", 400],
  [
    "nested too deep",
    JSON.stringify({ sessionId: "c", text: "t", x: JSON.parse("[".repeat(50) + "]".repeat(50)) }),
    400,
  ],
  ["too many events", JSON.stringify(Array.from({ length: 1001 }, () => ({}))), 413],
  ["too long a body", JSON.stringify({ sessionId: "c", text: "t", x: "y".repeat(5_000_000) }), 413],
  ["too long a text", JSON.stringify({ sessionId: "c", text: "y".repeat(10_001) }), 400],
])("refused with a problem: %s", async (_name, body, status) => {
  await using server = await startServer();
  const refused = await post(server.url, body);
  expect(refused).toMatchObject({ status, answer: { status } });
  expect(refused.type).toContain("application/problem+json");
});

test("unknown fields pass", async () => {
  await using server = await startServer();
  const event = { sessionId: "c1", text: "hello", instanceId: 7, extra: { deep: [1] } };
  expect(await post(server.url, event)).toMatchObject({ status: 202, answer: { accepted: 1 } });
});

test("card and social security numbers are masked before anything is stored or shown", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await post(server.url, { sessionId: "c1", segmentId: "a", text: "it's 4111 1111", final: false });
  await post(server.url, {
    sessionId: "c1",
    segmentId: "a",
    text: "it's 4111 1111 1111 1111 and 219-09-9999",
  });
  await vi.waitFor(() => expect(seen.segments.at(-1)).toMatchObject({ final: true }));
  expect(seen.segments.at(-1)?.text).toBe("it's [card number] and [social security number]");
});

test("words are ordered by where they were spoken, and an offset is not needed", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  await post(server.url, { sessionId: "c1", segmentId: "b", text: "second", beginOffsetMs: 5000 });
  await post(server.url, { sessionId: "c1", segmentId: "a", text: "first", beginOffsetMs: 1000 });
  await post(server.url, { sessionId: "c1", segmentId: "c", text: "without" });
  const { segments } = await client.api.session.get.query({ sessionId: "c1" });
  expect(segments.map(({ atMs }) => atMs).slice(0, 2)).toEqual([5000, 1000]);
  expect(segments[2]?.atMs).toBeLessThan(5000);
});

test("with keys, a call needs one of them", async () => {
  await using server = await startServer({ WEBHOOK_KEYS: "first-key, second-key" });
  const event = { sessionId: "c1", text: "hello" };
  expect((await post(server.url, event)).status).toBe(401);
  expect((await post(server.url, event, { "x-api-key": "third-key" })).status).toBe(401);
  expect((await post(server.url, event, { "x-api-key": "second-key" })).status).toBe(202);
  expect((await post(server.url, event, { authorization: "Bearer first-key" })).status).toBe(202);
});

test("a foreign website reaches neither the webhook nor the procedures", async () => {
  await using server = await startServer();
  const event = { sessionId: "c1", text: "hello" };
  const foreign = { origin: "https://example.org" };
  expect((await post(server.url, event, foreign)).status).toBe(403);
  expect((await post(server.url, event, { origin: server.url })).status).toBe(202);
  const response = await fetch(`${server.url}/trpc/session.list?input=%7B%7D`, { headers: foreign });
  expect(response.status).toBe(403);
});

test("a foreign website cannot open the WebSocket either", async () => {
  await using server = await startServer();
  const refused = new WebSocket(`${server.url.replace("http", "ws")}/trpc`, {
    origin: "https://example.org",
  });
  const [error] = await once(refused, "error");
  expect(String(error)).toContain("403");
  const own = new WebSocket(`${server.url.replace("http", "ws")}/trpc`, { origin: server.url });
  await once(own, "open");
  own.terminate();
});
