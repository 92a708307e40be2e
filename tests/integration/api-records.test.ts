import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

test("a customer is found by their number in any written form", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  const forms = [
    "(512) 555-0123",
    "512.555.0123",
    "512 555 0123",
    "5125550123",
    "1-512-555-0123",
    "+1 512 555 0123",
    "+15125550123",
    "  +1 (512) 555-0123 ",
  ];
  for (const phone of forms) {
    const { matches } = await client.api.customer.lookup.query({ phone });
    expect(matches, phone).toMatchObject([{ customerId: "LK-10421", phones: ["+15125550123"] }]);
  }
  expect(await client.api.customer.lookup.query({ phone: "(512) 555-0199" })).toEqual({ matches: [] });
  for (const phone of ["hello", "12", "+", "none of your business"]) {
    await expect(client.api.customer.lookup.query({ phone }), phone).rejects.toMatchObject({
      data: { reason: "BAD_REQUEST", fields: [{ field: "phone" }] },
    });
  }
});

test("insights count the sessions of a time span, their cards, decisions and feedback", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  const { api } = client;
  const nothing = { p50: null, p95: null, p99: null };
  expect(await api.insights.summary.query({})).toEqual({
    sessions: 0,
    truncated: false,
    byIntent: {},
    cards: 0,
    byDecision: {},
    feedback: {},
    sourcesMs: nothing,
    readyMs: nothing,
  });
  using seen = watch(client, "c1");
  await api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus", selectedState: "TX" });
  await post(server.url, { sessionId: "c1", text: "Is my dishwasher covered?" });
  await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready" }]));
  const [card] = seen.cards();
  const cardId = card?.id ?? "";
  await api.suggestion.feedback.mutate({ sessionId: "c1", cardId, kind: "used" });
  await post(server.url, { sessionId: "c2", text: "Hello." });

  const all = await api.insights.summary.query({});
  expect(all).toMatchObject({ sessions: 2, cards: 1, feedback: { used: 1 }, truncated: false });
  expect(all.byDecision).toEqual({ [card?.decision ?? "none"]: 1 });
  expect(all.sourcesMs.p50).toBeGreaterThanOrEqual(0);
  const { sessions } = await api.session.list.query({});
  const startedAt = sessions.find(({ sessionId }) => sessionId === "c1")?.startedAt ?? "";
  // A bound without milliseconds is the whole second's beginning.
  const second = `${startedAt.slice(0, 19)}Z`;
  expect((await api.insights.summary.query({ from: second })).sessions).toBe(2);
  expect((await api.insights.summary.query({ to: startedAt })).sessions).toBe(1);
  expect((await api.insights.summary.query({ from: "2100-01-01T00:00:00Z" })).sessions).toBe(0);
  await expect(api.insights.summary.query({ from: "yesterday" })).rejects.toMatchObject({
    data: { reason: "BAD_REQUEST", fields: [{ field: "from" }] },
  });
});
