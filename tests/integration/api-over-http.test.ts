import { expect, test, vi } from "vitest";
import { post } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

/** One server-sent event. */
interface Sent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** Subscribes over server-sent events and collects them; disposing closes the connection. */
async function listen(url: string, path: string, input: unknown, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const address = `${url}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await fetch(address, {
    signal: abort.signal,
    headers: { accept: "text/event-stream", ...headers },
  });
  const events: Sent[] = [];
  const read = async () => {
    let rest = "";
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const parts = `${rest}${chunk}`.split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(part)?.[1] ?? "";
        events.push({ id: field("id"), event: field("event"), data: field("data") });
      }
    }
  };
  const reading = read().catch(() => undefined);
  return {
    response,
    segments: () =>
      events
        .filter(({ id }) => id !== "")
        .map(({ id, data }) => ({ id, text: JSON.parse(data).text as string })),
    async [Symbol.asyncDispose]() {
      abort.abort();
      await reading;
    },
  };
}

test("a batch of queries is answered at once, each by itself", async () => {
  await using server = await startServer();
  const input = encodeURIComponent(
    JSON.stringify({ 0: { phone: "5125550123" }, 1: { sessionId: "none" }, 2: {} }),
  );
  const paths = "customer.lookup,session.get,session.list";
  const response = await fetch(`${server.url}/trpc/${paths}?batch=1&input=${input}`);
  expect(response.status).toBe(207);
  expect(await response.json()).toMatchObject([
    { result: { data: { matches: [{ customerId: "LK-10421" }] } } },
    { error: { data: { reason: "SESSION_NOT_FOUND" } } },
    { result: { data: { sessions: [] } } },
  ]);
});

test("a mutation goes by POST, a body that is no JSON is refused with a reason", async () => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  const send = (body: string) =>
    fetch(`${server.url}/trpc/copilot.enable`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
  expect(await (await send('{"sessionId":"c1"}')).json()).toMatchObject({
    result: { data: { enabled: true } },
  });
  const refused = await send("{");
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain("BAD_REQUEST");
});

test("a subscription works over server-sent events, resumes by Last-Event-Id, and ends with its connection", async () => {
  await using server = await startServer({ SAMPLE_DATA: "0" });
  const say = (n: number) => post(server.url, { sessionId: "c1", segmentId: `s${n}`, text: `words ${n}` });
  const subscribers = async () => (await fetch(`${server.url}/metrics`)).text();
  await say(1);
  {
    await using feed = await listen(server.url, "session.onTranscript", { sessionId: "c1" });
    expect(feed.response.headers.get("content-type")).toContain("text/event-stream");
    await say(2);
    await vi.waitFor(() =>
      expect(feed.segments()).toMatchObject([{ id: "1" }, { id: "2", text: "words 2" }]),
    );
    expect(await subscribers()).toContain('copilot_subscribers{feed="transcript"} 1');
  }
  await vi.waitFor(async () =>
    expect(await subscribers()).toContain('copilot_subscribers{feed="transcript"} 0'),
  );
  await say(3);
  const from = { "last-event-id": "2" };
  await using feed = await listen(server.url, "session.onTranscript", { sessionId: "c1" }, from);
  await say(4);
  await vi.waitFor(() => expect(feed.segments()).toHaveLength(2));
  expect(feed.segments()).toEqual([
    { id: "3", text: "words 3" },
    { id: "4", text: "words 4" },
  ]);
});
