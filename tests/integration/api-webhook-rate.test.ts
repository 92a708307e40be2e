import { expect, test } from "vitest";
import { connect, post } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

test("more requests a second than allowed are refused with 429 and Retry-After, and what was taken is kept", async () => {
  await using server = await startServer({ WEBHOOK_MAX_PER_SECOND: "5", SAMPLE_DATA: "0" });
  const send = (n: number) =>
    fetch(`${server.url}/webhook`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ sessionId: "c1", segmentId: `s${n}`, text: `words ${n}` }),
    });
  const responses = await Promise.all(Array.from({ length: 40 }, (_, n) => send(n)));
  const taken = responses.filter(({ status }) => status === 202);
  const refused = responses.filter(({ status }) => status === 429);
  expect(taken.length + refused.length).toBe(40);
  expect(refused.length).toBeGreaterThan(0);
  for (const response of refused) {
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(await response.json()).toMatchObject({ type: "urn:live-copilot:rate-limited", status: 429 });
  }
  using client = connect(server.url);
  const { segments } = await client.api.session.get.query({ sessionId: "c1" });
  expect(segments).toHaveLength(taken.length);
});

test("a webhook that wants a key counts no event of those that have none", async () => {
  await using server = await startServer({ WEBHOOK_KEYS: "the-key", SAMPLE_DATA: "0" });
  expect((await post(server.url, { sessionId: "c1", text: "hello" })).status).toBe(401);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).not.toMatch(/copilot_webhook_events_total\{.*\} [1-9]/);
});
