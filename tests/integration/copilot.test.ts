import { readFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

const DANA = { phone: "(512) 555-0123", state: "TX", plan: "Plus", contractType: "Homeowner" };

test("a question gets its customer, its intent and a card whose every quote stands in its clause", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  await post(server.url, { sessionId: "c1", ...DANA, text: "My water heater is leaking, is that covered?" });
  await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready" }]));
  const [card] = seen.cards();
  expect(card?.citations.length).toBeGreaterThan(0);
  for (const { documentId, version, clauseId, quote, verified } of card?.citations ?? []) {
    const { clauses } = await client.api.policy.document.query({ documentId, version });
    expect(clauses.find((clause) => clause.clauseId === clauseId)?.text).toContain(quote);
    expect(verified).toBe(true);
  }
  expect(card?.script).not.toBe("");
  expect(card?.context).toMatchObject({ plan: "Plus", state: "TX" });
  const { state } = await client.api.session.get.query({ sessionId: "c1" });
  expect(state.customer?.status).toBe("found");
  expect(state.intent?.label).toBe("CLAIM");
  expect(state.context.phone).toEqual({ value: "(512) 555-0123", source: "call" });
  expect(server.failures).toEqual([]);
});

test("only enabled sessions are worked on, and enabling one takes up the questions asked before", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await post(server.url, {
    sessionId: "c1",
    ...DANA,
    text: "Is the dishwasher covered?",
    beginOffsetMs: 0,
    endOffsetMs: 1000,
  });
  await post(server.url, { sessionId: "c1", speaker: "AGENT", text: "One moment.", beginOffsetMs: 1500 });
  await post(server.url, {
    sessionId: "c1",
    text: "How much is the service fee?",
    beginOffsetMs: 4000,
    endOffsetMs: 5000,
  });
  await vi.waitFor(() => expect(seen.segments).toHaveLength(3));
  expect(seen.cards()).toEqual([]);
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(2));
  expect(seen.cards().map(({ question }) => question.text.toLowerCase())).toEqual([
    expect.stringContaining("dishwasher"),
    expect.stringContaining("fee"),
  ]);
});

test("the same question in other words is not answered twice; another one gets its own card", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus", selectedState: "TX" });
  for (const text of [
    "Is my refrigerator covered?",
    "So would you cover the fridge?",
    "And is the garage door opener covered?",
  ]) {
    await post(server.url, { sessionId: "c1", text });
    await post(server.url, { sessionId: "c1", speaker: "AGENT", text: `Let me see about ${text}` });
    const { state } = await client.api.session.get.query({ sessionId: "c1" });
    await vi.waitFor(async () => {
      const now = await client.api.session.get.query({ sessionId: "c1" });
      expect(now.seq).toBeGreaterThan(state.seq);
    });
  }
  await vi.waitFor(() => expect(seen.cards().at(-1)?.question.text).toMatch(/garage door/i));
  expect(seen.cards()).toHaveLength(2);
});

test("correcting the state answers the cards again in place and says what changed", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  await post(server.url, {
    sessionId: "c1",
    plan: "Plus",
    state: "OH",
    text: "How much is the service fee?",
  });
  await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ status: "ready", context: { state: "OH" } }]));
  const before = seen.cards()[0];
  const context = await client.api.session.updateContext.mutate({ sessionId: "c1", state: "TX" });
  expect(context.state).toEqual({ value: "TX", source: "agent" });
  await vi.waitFor(() => expect(seen.cards()).toMatchObject([{ context: { state: "TX" } }]));
  const [after] = seen.cards();
  expect(after).toMatchObject({ id: before?.id, status: "ready", notice: { code: "CONTEXT_CHANGED" } });
  expect(after?.notice?.text).toContain("Texas");
  const taken = await client.api.session.updateContext.mutate({ sessionId: "c1", state: null });
  expect(taken.state).toEqual({ value: "OH", source: "call" });
});

test("a number that two customers share is a state of its own until the agent chooses", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  const shared = await sharedNumber(server.url);
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  await post(server.url, { sessionId: "c1", phone: shared, text: "Hello, I have a question." });
  const customer = () => seen.updates.findLast((update) => update.customer)?.customer;
  await vi.waitFor(() => expect(customer()).toMatchObject({ status: "several" }));
  const matches = customer()?.matches ?? [];
  expect(matches).toHaveLength(2);
  const [, second] = matches;
  if (!second) throw new Error("two matches were expected");
  await client.api.session.updateContext.mutate({ sessionId: "c1", customerId: second.customerId });
  await vi.waitFor(() => expect(customer()).toMatchObject({ status: "found", chosen: second.customerId }));
  const { state } = await client.api.session.get.query({ sessionId: "c1" });
  expect(state.context.plan).toEqual({ value: second.plan, source: "record" });
});

test("the agent's own question is answered once per requestId, and refused while the copilot is off", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await post(server.url, { sessionId: "c1", plan: "Plus", state: "TX", text: "Hello." });
  const ask = { sessionId: "c1", question: "is a second opinion free", requestId: "r1" };
  await expect(client.api.copilot.ask.mutate(ask)).rejects.toMatchObject({ data: { reason: "COPILOT_OFF" } });
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  const [first, again] = await Promise.all([
    client.api.copilot.ask.mutate(ask),
    client.api.copilot.ask.mutate(ask),
  ]);
  expect(first).toEqual(again);
  await vi.waitFor(() =>
    expect(seen.cards()).toMatchObject([{ id: first.cardId, origin: "agent", status: "ready" }]),
  );
});

test("off is off, and with ENABLE_LIVE_COPILOT=0 the transcript still flows", async () => {
  await using server = await startServer({ ENABLE_LIVE_COPILOT: "0" });
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await post(server.url, { sessionId: "c1", text: "Is my dishwasher covered?" });
  await vi.waitFor(() => expect(seen.segments).toHaveLength(1));
  await expect(client.api.copilot.enable.mutate({ sessionId: "c1" })).rejects.toMatchObject({
    data: { reason: "COPILOT_DISABLED" },
  });
  expect((await client.api.status.get.query()).copilotEnabled).toBe(false);
});

test("the copilot goes off by itself when nobody does anything, and the log says so once", async () => {
  await using server = await startServer({ COPILOT_SESSION_TTL_SECONDS: "1", LOG_CHECK_MS: "50" });
  using client = connect(server.url);
  using seen = watch(client, "c1");
  const { expiresAt } = await client.api.copilot.enable.mutate({ sessionId: "c1" });
  expect(Date.parse(expiresAt) - Date.now()).toBeLessThanOrEqual(1000);
  const offs = () => seen.updates.filter(({ copilot }) => copilot?.enabled === false);
  await vi.waitFor(() => expect(offs()).toHaveLength(1), { timeout: 5000 });
  expect(offs()[0]?.copilot).toEqual({ enabled: false, degraded: [] });
});

test("a session that ends keeps what was still being spoken, marked incomplete", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  await post(server.url, { sessionId: "c1", text: "Hello." });
  await post(server.url, { sessionId: "c1", segmentId: "b", text: "and then the", final: false });
  await client.api.session.end.mutate({ sessionId: "c1" });
  const { state, segments } = await client.api.session.get.query({ sessionId: "c1" });
  expect(state.session?.status).toBe("ended");
  expect(segments.at(-1)).toMatchObject({ segmentId: "b", text: "and then the", incomplete: true });
});

test("feedback comes back to every subscriber, and opposites replace each other", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  await post(server.url, { sessionId: "c1", ...DANA, text: "Is the dishwasher covered?" });
  await vi.waitFor(() => expect(seen.cards()).toHaveLength(1));
  const cardId = seen.cards()[0]?.id ?? "";
  for (const kind of ["helpful", "used", "unhelpful"] as const) {
    await client.api.suggestion.feedback.mutate({ sessionId: "c1", cardId, kind });
  }
  const marks = () => seen.updates.findLast((update) => update.marks)?.marks;
  await vi.waitFor(() => expect(marks()).toEqual([{ cardId, kinds: ["used", "unhelpful"] }]));
  const unknown = client.api.suggestion.feedback.mutate({ sessionId: "c1", cardId: "none", kind: "used" });
  await expect(unknown).rejects.toMatchObject({ data: { reason: "CARD_NOT_FOUND" } });
});

/** The one number in the sample records that two customers have. */
async function sharedNumber(url: string): Promise<string> {
  using client = connect(url);
  const customers: { phones: string[] }[] = JSON.parse(
    await readFile(new URL("../../samples/customers.json", import.meta.url), "utf8"),
  );
  const phones = customers.flatMap((customer) => customer.phones);
  const phone = phones.find((each, index) => phones.indexOf(each) !== index) ?? "";
  expect((await client.api.customer.lookup.query({ phone })).matches).toHaveLength(2);
  return phone;
}
