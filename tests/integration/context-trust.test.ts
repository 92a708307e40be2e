import { expect, test, vi } from "vitest";
import { connect, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

/** Two customers of the sample records who share one number, with different contracts. */
const SHARED = "(716) 555-0144";
/** A customer whose record has an option. */
const POOL_OWNER = "(702) 555-0113";
const [FRANK, MICHAEL] = ["LK-10611", "LK-10612"] as const;

test("empty values never count, the first of the call wins, enable and then the agent outrank it", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  const context = async () => (await client.api.session.get.query({ sessionId: "c1" })).state.context;
  const say = (values: object) =>
    post(server.url, { sessionId: "c1", speaker: "AGENT", text: "Hello.", ...values });
  await say({ plan: "", state: "   ", contractType: null });
  expect((await context()).plan).toBeNull();
  await say({ plan: " Plus ", state: "TX" });
  await say({ plan: "Basic", state: "OH", contractType: "Homeowner" });
  expect(await context()).toMatchObject({
    plan: { value: "Plus", source: "call" },
    state: { value: "TX" },
    contractType: { value: "Homeowner" },
  });
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Premier", selectedState: " " });
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "", contractType: null });
  expect(await context()).toMatchObject({ plan: { value: "Premier" }, state: { value: "TX" } });
  await client.api.session.updateContext.mutate({ sessionId: "c1", plan: "Essential" });
  expect((await context()).plan).toEqual({ value: "Essential", source: "agent" });
  for (const wrong of ["", "  "]) {
    await expect(
      client.api.session.updateContext.mutate({ sessionId: "c1", plan: wrong }),
    ).rejects.toMatchObject({
      data: { reason: "BAD_REQUEST" },
    });
  }
  await client.api.session.updateContext.mutate({ sessionId: "c1", plan: null });
  expect((await context()).plan).toEqual({ value: "Premier", source: "call" });
});

test("of options the whole list of the strongest source counts, and enable may say that none were bought", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  const { copilot, session } = client.api;
  const options = async () => (await session.get.query({ sessionId: "c1" })).state.context.options;
  const say = (values: object) =>
    post(server.url, { sessionId: "c1", speaker: "AGENT", text: "Hello.", ...values });
  await say({ options: [] });
  await say({ options: ["", "  "] });
  expect(await options()).toBeUndefined();
  await say({ options: [" Septic ", "septic", "Roof Leak"] });
  await say({ options: ["Well Pump"] });
  expect(await options()).toEqual({ value: ["Septic", "Roof Leak"], source: "call" });
  await copilot.enable.mutate({ sessionId: "c1", options: null });
  expect((await options())?.value).toEqual(["Septic", "Roof Leak"]);
  await copilot.enable.mutate({ sessionId: "c1", options: [] });
  expect(await options()).toEqual({ value: [], source: "call" });
  await session.updateContext.mutate({ sessionId: "c1", options: ["Guest Unit"] });
  await session.updateContext.mutate({ sessionId: "c1", plan: "Plus" });
  expect(await options()).toEqual({ value: ["Guest Unit"], source: "agent" });
  await session.updateContext.mutate({ sessionId: "c1", options: null });
  expect(await options()).toEqual({ value: [], source: "call" });
  for (const wrong of [[""], ["x".repeat(201)], Array.from({ length: 51 }, (_, n) => `O${n}`)]) {
    await expect(session.updateContext.mutate({ sessionId: "c1", options: wrong })).rejects.toMatchObject({
      data: { reason: "BAD_REQUEST" },
    });
  }
});

test("a card is answered again when other options are known, not when they are only said in another order", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  const tell = (options: string[] | null) =>
    client.api.session.updateContext.mutate({ sessionId: "c1", options });
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus", selectedState: "OH" });
  await post(server.url, { sessionId: "c1", text: "Is my septic pumping covered?" });
  const card = () => seen.cards()[0];
  await vi.waitFor(() => expect(card()).toMatchObject({ status: "ready" }));
  expect(card()?.context).not.toHaveProperty("options");
  const { id, notice } = card() ?? {};
  expect(notice?.code).not.toBe("CONTEXT_CHANGED");
  await tell(["Septic", "Roof Leak"]);
  await vi.waitFor(() =>
    expect(card()?.notice?.text).toContain("options are now Septic, Roof Leak (were not known)"),
  );
  expect(card()).toMatchObject({ id, status: "ready", context: { options: ["Septic", "Roof Leak"] } });
  await tell(["roof leak", "Septic"]);
  await tell([]);
  await vi.waitFor(() =>
    expect(card()?.notice?.text).toContain("options are now none (were Septic, Roof Leak)"),
  );
  await tell(null);
  await vi.waitFor(() => expect(card()?.notice?.text).toContain("options are now not known (were none)"));
  expect(seen.cards()).toHaveLength(1);
});

test("the record's options count where nobody said others", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  await client.api.copilot.enable.mutate({ sessionId: "c1" });
  await post(server.url, { sessionId: "c1", phone: POOL_OWNER, text: "Hello." });
  const options = async () => (await client.api.session.get.query({ sessionId: "c1" })).state.context.options;
  await vi.waitFor(async () =>
    expect(await options()).toEqual({ value: ["Pool and Spa"], source: "record" }),
  );
  await post(server.url, { sessionId: "c1", options: ["Septic"], text: "I mean it." });
  expect(await options()).toEqual({ value: ["Septic"], source: "call" });
});

test("the id of nobody is refused and changes nothing", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  await post(server.url, { sessionId: "c1", text: "Hello.", plan: "Plus" });
  const before = await client.api.session.get.query({ sessionId: "c1" });
  const nobody = client.api.session.updateContext.mutate({
    sessionId: "c1",
    customerId: "nobody",
    plan: "Basic",
  });
  await expect(nobody).rejects.toMatchObject({ data: { reason: "NOT_FOUND" } });
  expect(await client.api.session.get.query({ sessionId: "c1" })).toEqual(before);
});

test("another customer with the same contract is another answer, and so is nobody again", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  await client.api.copilot.enable.mutate({
    sessionId: "c1",
    selectedPlan: "Plus",
    selectedState: "NY",
    contractType: "Homeowner",
  });
  await post(server.url, { sessionId: "c1", phone: SHARED, text: "Is my dishwasher covered?" });
  const card = () => seen.cards()[0];
  await vi.waitFor(() => expect(card()).toMatchObject({ status: "ready", context: { customerId: null } }));
  const today = card()?.context.at;
  for (const [customerId, name, at] of [
    [FRANK, "Frank Castellano", "2026-01-08"],
    [MICHAEL, "Michael Castellano", "2026-08-12"],
    [null, "not known", today],
  ] as const) {
    await client.api.session.updateContext.mutate({ sessionId: "c1", customerId });
    await vi.waitFor(() => expect(card()?.notice?.text).toContain(`customer is now ${name}`));
    expect(card()).toMatchObject({
      id: card()?.id,
      status: "ready",
      context: { plan: "Plus", customerId, at },
    });
    expect(card()?.notice?.code).toBe("CONTEXT_CHANGED");
  }
  expect(seen.cards()).toHaveLength(1);
});

test("the list tells the newest question and whose call it is, also when that changes", async () => {
  await using server = await startServer();
  using client = connect(server.url);
  using seen = watch(client, "c1");
  const row = async () => (await client.api.session.list.query({})).sessions[0];
  await client.api.copilot.enable.mutate({ sessionId: "c1", selectedPlan: "Plus", selectedState: "NY" });
  const segment = { sessionId: "c1", segmentId: "a", phone: SHARED };
  await post(server.url, { ...segment, text: "Is my dishwasher covered?" });
  await vi.waitFor(async () =>
    expect(await row()).toMatchObject({ question: expect.stringMatching(/dishwasher/) }),
  );
  expect(await row()).toMatchObject({ severalCustomers: true });
  await client.api.session.updateContext.mutate({ sessionId: "c1", customerId: FRANK });
  await vi.waitFor(async () =>
    expect(await row()).toMatchObject({ customerName: "Frank Castellano", severalCustomers: false }),
  );
  await post(server.url, { ...segment, text: "Is my garbage disposal covered?" });
  await vi.waitFor(() => expect(seen.cards()[0]?.supersededBy).toBeDefined());
  expect((await row())?.question).toMatch(/disposal/);
  await client.api.session.updateContext.mutate({
    sessionId: "c1",
    customerId: null,
    phone: "(202) 555-0100",
  });
  await vi.waitFor(async () => expect(await row()).not.toHaveProperty("customerName"));
  expect(await row()).toMatchObject({ severalCustomers: false });
});
