import { expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

test("a subscriber that drops and resumes at random misses nothing and is told nothing twice", async () => {
  await using server = await startServer();
  const total = 300;
  const received: string[] = [];
  let last: string | undefined;
  let sending = true;
  const follow = async () => {
    while (sending || received.length < total) {
      using client = connect(server.url);
      using seen = watch(client, "c1", last);
      const stopAt = received.length + 1 + Math.floor(Math.random() * 40);
      const soFar = received.length;
      await vi.waitFor(
        () => expect(soFar + seen.segments.length).toBeGreaterThanOrEqual(Math.min(stopAt, total)),
        { interval: 1, timeout: 20_000 },
      );
      received.push(...seen.segments.map(({ text }) => text));
      last = seen.segments.at(-1)?.id ?? last;
    }
  };
  const send = async () => {
    for (let n = 0; n < total; n += 1) {
      const speaker = n % 3 === 0 ? "AGENT" : "CUSTOMER";
      await post(server.url, { sessionId: "c1", segmentId: `s${n}`, text: `words ${n}`, speaker });
    }
    sending = false;
  };
  await Promise.all([send(), follow()]);
  expect(received).toEqual(Array.from({ length: total }, (_, n) => `words ${n}`));
});

test("a subscription may come before the session's first event", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "later");
  await client.api.status.get.query();
  await post(server.url, { sessionId: "later", text: "Hello." });
  await vi.waitFor(() => expect(seen.segments).toMatchObject([{ id: "1", text: "Hello." }]));
  expect(seen.updates[0]).toMatchObject({ id: "1", session: { status: "live" } });
});

test("a draft carries the id of the last event that its subscriber was sent, so resuming after it skips nothing", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  await post(server.url, { sessionId: "c1", text: "One.", speaker: "AGENT" });
  using seen = watch(client, "c1");
  await vi.waitFor(() => expect(seen.segments).toHaveLength(1));
  await post(server.url, { sessionId: "c1", segmentId: "b", text: "two is", final: false });
  await vi.waitFor(() => expect(seen.segments).toHaveLength(2));
  expect(seen.segments[1]).toMatchObject({ id: "1", final: false });
  using late = watch(client, "c1", "1");
  await vi.waitFor(() => expect(late.segments).toMatchObject([{ id: "1", text: "two is", final: false }]));
});

test("an id beyond the log's head ends the subscription with LOG_RESET, one that is no number is refused", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  await post(server.url, { sessionId: "c1", text: "Hello." });
  using beyond = watch(client, "c1", "99");
  await vi.waitFor(() => expect(beyond.errors).toHaveLength(2));
  expect(beyond.errors).toMatchObject([{ data: { reason: "LOG_RESET" } }, { data: { reason: "LOG_RESET" } }]);
  using wrong = watch(client, "c1", "1e3");
  await vi.waitFor(() => expect(wrong.errors).toHaveLength(2));
  expect(wrong.errors[0]).toMatchObject({ data: { reason: "BAD_REQUEST" } });
});

test("two sessions never see each other's words", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using mine = watch(client, "mine");
  using theirs = watch(client, "theirs");
  await post(server.url, [
    { sessionId: "mine", text: "My words." },
    { sessionId: "theirs", text: "Their words." },
  ]);
  await vi.waitFor(() => expect([mine.segments.length, theirs.segments.length]).toEqual([1, 1]));
  expect(mine.segments[0]?.text).toBe("My words.");
  expect(mine.updates.every(({ sessionId }) => sessionId === "mine")).toBe(true);
});

test("a socket that stops reading costs bounded memory while others go on", async () => {
  await using server = await startServer();
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/trpc`);
  await new Promise((resolve) => socket.once("open", resolve));
  const input = { sessionId: "c1" };
  socket.send(
    JSON.stringify({ id: 1, method: "subscription", params: { path: "session.onTranscript", input } }),
  );
  await new Promise((resolve) => socket.once("message", resolve));
  socket.pause();

  using client = connect(server.url);
  using reader = watch(client, "c1");
  const text = "w".repeat(9000);
  const before = process.memoryUsage().rss;
  for (let n = 0; n < 40; n += 1) {
    const batch = Array.from({ length: 100 }, (_, i) => ({
      sessionId: "c1",
      segmentId: `${n}-${i}`,
      text,
      speaker: "AGENT",
    }));
    await post(server.url, batch);
    await vi.waitFor(() => expect(reader.segments.length).toBeGreaterThanOrEqual((n + 1) * 100), {
      interval: 5,
    });
    reader.segments.fill({ ...reader.segments[0], text: "" } as never);
  }
  // 36 MB were sent; what the paused socket holds on this side is its buffer and the kernel's.
  expect(bufferedInServer(before)).toBeLessThan(200);
  socket.terminate();
});

function bufferedInServer(before: number): number {
  return (process.memoryUsage().rss - before) / 1_048_576;
}
