import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

test.each([
  [{ plan: "Platinum", state: "TX" }, "Platinum", { plan: null, state: "TX" }],
  [{ plan: "Plus", state: "Texass" }, "Texass", { plan: "Plus", state: null }],
  [{}, "plan is not known yet", { plan: null, state: null }],
])(
  "a plan or state that does not exist is not taken for known, and the card says so: %o",
  async (said, words, scope) => {
    await using server = await startServer();
    using client = connect(server.url);
    using seen = watch(client, "c1");
    await client.api.copilot.enable.mutate({ sessionId: "c1" });
    await post(server.url, { sessionId: "c1", ...said, text: "Is the dishwasher covered?" });
    await vi.waitFor(() =>
      expect(seen.cards()).toMatchObject([{ notice: { code: "PLAN_UNKNOWN" }, context: scope }]),
    );
    expect(seen.cards()[0]?.notice?.text).toContain(words);
  },
);

test("an agent cannot set a state that does not exist", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  await post(server.url, { sessionId: "c1", text: "Hello." });
  const set = client.api.session.updateContext.mutate({ sessionId: "c1", state: "Narnia" });
  await expect(set).rejects.toMatchObject({ data: { reason: "BAD_REQUEST", fields: [{ field: "state" }] } });
  const context = await client.api.session.updateContext.mutate({ sessionId: "c1", state: "texas" });
  expect(context.state).toEqual({ value: "texas", source: "agent" });
});
