import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

test("ending a session that ended changes nothing, whatever was stored in between", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus" });
  await post(server.url, { sessionId: "c1", text: "Is my dishwasher covered?" });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1));
  const end = () => client.api.session.end.mutate({ sessionId: "c1" });
  await Promise.all([end(), end()]);
  const cardId = seen.cards()[0]?.id ?? "";
  await client.api.suggestion.feedback.mutate({ sessionId: "c1", cardId, kind: "helpful" });
  await end();
  await post(server.url, { sessionId: "c1", text: "One more thing." });
  await end();
  await vi.waitFor(() =>
    expect(seen.updates.findLast(({ session }) => session)?.session?.status).toBe("ended"),
  );
  const changes = seen.updates.flatMap(({ session }) => session?.status ?? []);
  expect(changes).toEqual(["live", "ended", "live", "ended"]);
});

test("whoever resumes in the middle is told the session's own start", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  await post(server.url, { sessionId: "c1", text: "Hello." });
  await vi.waitFor(async () => {
    const { state } = await client.api.session.get.query({ sessionId: "c1" });
    expect(Date.now()).toBeGreaterThan(Date.parse(state.session?.startedAt ?? "") + 20);
  });
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  await client.api.session.updateContext.mutate({ sessionId: "c1", plan: "Plus" });
  const { state } = await client.api.session.get.query({ sessionId: "c1" });
  using seen = watch(client, "c1", "2");
  await client.api.session.end.mutate({ sessionId: "c1" });
  await vi.waitFor(() => expect(seen.updates.at(-1)?.session?.status).toBe("ended"));
  expect(seen.updates.at(-1)?.session?.startedAt).toBe(state.session?.startedAt);
});
