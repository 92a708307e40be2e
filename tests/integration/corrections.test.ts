import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

const SOON = { timeout: 5_000 };
const ON = { sessionId: "c1", selectedPlan: "Plus", selectedState: "TX" };

test("words that are corrected before their turn is over are answered as corrected only", async () => {
  await using server = await startServer({ TURN_PAUSE_MS: "300" });
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  const segment = { sessionId: "c1", segmentId: "a" };
  await post(server.url, { ...segment, text: "Is my dishwasher covered?" });
  await post(server.url, { ...segment, text: "Is my garbage disposal covered?" });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1), SOON);
  await post(server.url, { sessionId: "c1", segmentId: "b", text: "Is my garage door opener covered?" });
  await vi.waitFor(() => expect(seen.cards().at(-1)?.question.text).toMatch(/garage/), SOON);
  expect(seen.cards().map(({ question }) => question.text)).toEqual([
    expect.stringMatching(/disposal/),
    expect.stringMatching(/garage/),
  ]);
});

test("words that are corrected after they were answered: the new answer takes the old one's place", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  const segment = { sessionId: "c1", segmentId: "a" };
  await post(server.url, { ...segment, text: "Is my dishwasher covered?" });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1), SOON);
  await post(server.url, { ...segment, text: "Is my garbage disposal covered?" });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(2), SOON);
  const [wrong, right] = seen.cards();
  expect(right?.question.text).toMatch(/disposal/);
  expect(wrong).toMatchObject({ status: "ready", supersededBy: right?.id });
});

test("a correction that asks the same is not answered again", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  const segment = { sessionId: "c1", segmentId: "a" };
  await post(server.url, { ...segment, text: "Is my dish washer covered" });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1), SOON);
  await post(server.url, { ...segment, text: "Is my dishwasher covered?" });
  await post(server.url, { sessionId: "c1", segmentId: "b", speaker: "AGENT", text: "One moment." });
  await post(server.url, { sessionId: "c1", segmentId: "c", text: "Is my garage door opener covered?" });
  await vi.waitFor(() => expect(seen.cards().at(-1)?.question.text).toMatch(/garage/), SOON);
  expect(seen.cards()).toHaveLength(2);
  expect(seen.cards()[0]?.supersededBy).toBeUndefined();
});

test("a correction that asks nothing withdraws the card: nobody asked for it", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  const segment = { sessionId: "c1", segmentId: "a" };
  await post(server.url, { ...segment, text: "Is my dishwasher covered?" });
  await vi.waitFor(() => expect(seen.cards()[0]?.status).toBe("ready"), SOON);
  await post(server.url, { ...segment, text: "I was at the dishwasher when you called." });
  await vi.waitFor(() => expect(seen.cards()[0]?.status).toBe("withdrawn"), SOON);
  expect(seen.cards()).toHaveLength(1);
});

test("a correction of a part of a question is read with its other parts", async () => {
  await using server = await startServer({ TURN_PAUSE_MS: "300" });
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  const part = (segmentId: string, beginOffsetMs: number, text: string) =>
    post(server.url, { sessionId: "c1", segmentId, beginOffsetMs, endOffsetMs: beginOffsetMs + 400, text });
  await part("a", 1_000, "about my dishwasher um");
  await part("b", 1_500, "is it covered");
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1), SOON);
  await part("a", 1_000, "so about my dishwasher um");
  await part("c", 9_000, "is my garage door opener covered");
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(2), SOON);
  expect(seen.cards()[0]).toMatchObject({ status: "ready" });
  expect(seen.cards()[0]?.supersededBy).toBeUndefined();
  await part("b", 1_500, "i got it last year");
  await vi.waitFor(() => expect(seen.cards()[0]?.status).toBe("withdrawn"), SOON);
  expect(seen.cards()[1]).toMatchObject({ status: "ready" });
});

test("segments that come late and out of order are one turn in spoken order", async () => {
  await using server = await startServer({ TURN_PAUSE_MS: "300" });
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  const part = (segmentId: string, beginOffsetMs: number, text: string) =>
    post(server.url, { sessionId: "c1", segmentId, beginOffsetMs, endOffsetMs: beginOffsetMs + 900, text });
  await part("c", 3_000, "dishwasher covered?");
  await part("a", 1_000, "Hi there,");
  await part("b", 2_000, "is my");
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1), SOON);
  expect(seen.cards()[0]?.question.text).toMatch(/dishwasher/i);
});
