import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

const SOON = { timeout: 5_000 };
const ON = { sessionId: "c1", selectedPlan: "Plus", selectedState: "TX" };

test("words that break off are one question with their end, across a listener's mm-hm", async () => {
  await using server = await startServer({ TURN_PAUSE_MS: "400" });
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  await post(server.url, { sessionId: "c1", segmentId: "a", text: "so i wanted to ask if the garbage" });
  await post(server.url, { sessionId: "c1", segmentId: "b", speaker: "AGENT", text: "Mm-hm." });
  await post(server.url, { sessionId: "c1", segmentId: "c", text: "disposal in my kitchen is covered" });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1), SOON);
  expect(seen.cards()[0]?.question.text).toMatch(/disposal/);
  expect(seen.cards()[0]?.question.text).toMatch(/covered/);
  expect(seen.cards()[0]?.question.segmentIds).toEqual(["a", "c"]);
  await post(server.url, { sessionId: "c1", segmentId: "d", text: "And is my dishwasher covered?" });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(2), SOON);
});

test("a burst after an outage is read with the pauses that its offsets show", async () => {
  await using server = await startServer({ TURN_PAUSE_MS: "400" });
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate(ON);
  const said = (segmentId: string, begin: number, text: string, speaker = "CUSTOMER") => ({
    ...{ sessionId: "c1", segmentId, speaker, text },
    ...{ beginOffsetMs: begin, endOffsetMs: begin + 500 },
  });
  await post(server.url, [
    said("a", 1_000, "is my garage door"),
    said("b", 1_600, "Okay", "AGENT"),
    said("c", 2_900, "opener covered"),
    said("d", 6_000, "and is my dishwasher covered"),
  ]);
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(2), SOON);
  expect(seen.cards().map(({ question }) => question.segmentIds)).toEqual([["a", "c"], ["d"]]);
});
