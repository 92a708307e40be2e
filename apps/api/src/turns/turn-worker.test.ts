import { CopilotError, emptySessionMemory, remember } from "@live-copilot/shared";
import { expect, test, vi } from "vitest";
import { createPolicyIndex } from "../adapters/minisearch/policy-index.ts";
import {
  draftOf,
  openWorkplace,
  SESSION,
  say,
  setPlan,
  switchCopilot,
  toldAdvisor,
} from "./turn-worker.fixture.ts";

const ASK = "Is my dishwasher covered?";

/** An index that fails, in a way that nobody foresaw, until it is mended. */
function brokenIndex() {
  const state = { broken: true };
  const search = async () => {
    if (state.broken) throw new Error("unforeseen");
    return [];
  };
  return { state, index: { ...createPolicyIndex(), search } };
}

test("work that fails is tried again after its lease, with nothing else happening", async () => {
  await using place = await openWorkplace();
  const { index, state } = brokenIndex();
  place.start({ index });
  await switchCopilot(place.log, true);
  await say(place.log, ASK);
  await vi.waitFor(() => expect(place.failures).toHaveLength(1));
  state.broken = false;
  await vi.waitFor(async () => expect(await place.statuses()).toEqual({ "c1:2:0": "ready" }), {
    timeout: 5_000,
  });
  expect(place.failures).toHaveLength(1);
});

test("work that always fails is given up after three attempts, and what comes later is answered", async () => {
  await using place = await openWorkplace();
  const { index, state } = brokenIndex();
  place.start({ index });
  await switchCopilot(place.log, true);
  await say(place.log, ASK);
  const ofKind = async (kind: string) => (await place.events()).filter((event) => event.kind === kind);
  await vi.waitFor(async () => expect(await ofKind("turn-done")).toHaveLength(1), { timeout: 5_000 });
  expect(await ofKind("turn")).toHaveLength(3);
  state.broken = false;
  await say(place.log, "Is my furnace covered?");
  await vi.waitFor(async () => expect(await place.cards()).toHaveLength(1), { timeout: 5_000 });
});

test("however many sessions cannot be looked at, what is due in the others is taken up", async () => {
  await using place = await openWorkplace();
  const broken = async () => {
    throw new Error("unforeseen");
  };
  const call = { source: "call" as const, values: { phone: "(512) 555-0123" } };
  const facts = [
    { kind: "copilot" as const, key: "on", data: { enabled: true, reason: "agent" as const } },
    { kind: "context" as const, key: "call", data: call },
  ];
  const ids = Array.from({ length: 150 }, (_, n) => `failing-${n}`);
  await Promise.all(ids.map((id) => place.log.append(id, facts, 1_000)));
  place.start({ customers: { byPhone: broken, byId: broken, put: broken, count: broken } });
  await switchCopilot(place.log, true);
  await say(place.log, ASK);
  await vi.waitFor(async () => expect(await place.cards()).toMatchObject([{ status: "ready" }]), {
    timeout: 5_000,
  });
});

test("a customer directory that is away costs the customer, not the answer", async () => {
  await using place = await openWorkplace();
  const away = async () => {
    throw new CopilotError("UNAVAILABLE", "away");
  };
  place.start({ customers: { byPhone: away, byId: away, put: away, count: away } });
  await switchCopilot(place.log, true);
  const values = { phone: "(512) 555-0123", plan: "Plus" };
  await place.log.append(
    SESSION,
    [{ kind: "context", key: "call", data: { source: "call", values } }],
    Date.now(),
  );
  await say(place.log, ASK);
  await vi.waitFor(async () => expect(await place.cards()).toMatchObject([{ status: "ready" }]), {
    timeout: 3_000,
  });
});

test("a customer who goes on speaking is let finish, wherever the draft came to", async () => {
  await using place = await openWorkplace();
  const worker = place.start({}, { pauseMs: 250 });
  await switchCopilot(place.log, true);
  await say(place.log, "My dishwasher leaks");
  worker.customerSpoke(SESSION);
  const begun = Date.now();
  const speaking = setInterval(() => place.signals.draft(SESSION, draftOf("covered if")), 20);
  await vi.waitFor(() => expect(Date.now() - begun).toBeGreaterThan(900));
  expect((await place.events()).filter(({ kind }) => kind === "turn")).toEqual([]);
  clearInterval(speaking);
  await vi.waitFor(async () => expect((await place.events()).some(({ kind }) => kind === "turn")).toBe(true));
});

test("a customer who goes on speaking is let finish by a replica that only finds the session due", async () => {
  await using place = await openWorkplace();
  const timing = { pauseMs: 250 };
  await switchCopilot(place.log, true);
  await say(place.log, "My dishwasher leaks");
  const speaking = setInterval(() => place.signals.draft(SESSION, draftOf("covered if")), 20);
  place.start({}, timing).customerSpoke(SESSION);
  place.start({}, timing);
  const begun = Date.now();
  await vi.waitFor(() => expect(Date.now() - begun).toBeGreaterThan(900));
  expect((await place.events()).filter(({ kind }) => kind === "turn")).toEqual([]);
  clearInterval(speaking);
  await vi.waitFor(async () =>
    expect((await place.events()).filter(({ kind }) => kind === "turn")).toHaveLength(1),
  );
});

test("a model slower than the lease is asked once, and the log is left in peace meanwhile", async () => {
  await using place = await openWorkplace();
  const advisor = toldAdvisor();
  const settle = vi.spyOn(place.log, "settle");
  place.start({ advisor });
  await switchCopilot(place.log, true);
  await say(place.log, ASK);
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(1));
  const begun = Date.now();
  await vi.waitFor(() => expect(Date.now() - begun).toBeGreaterThan(600));
  expect(settle.mock.calls.length).toBeLessThan(40);
  expect(advisor.asked).toHaveLength(1);
  advisor.answer("none");
  await vi.waitFor(async () => expect(await place.statuses()).toEqual({ "c1:2:0": "sources ready" }));
});

test("stopped while a model writes: the next worker has the card written", async () => {
  await using place = await openWorkplace();
  const first = toldAdvisor();
  const worker = place.start({ advisor: first, advisorDeadlineMs: 500 });
  await switchCopilot(place.log, true);
  await say(place.log, ASK);
  await vi.waitFor(() => expect(first.asked).toHaveLength(1));
  await worker.stop();
  expect(await place.statuses()).toEqual({ "c1:2:0": "sources" });
  const second = toldAdvisor();
  place.start({ advisor: second, advisorDeadlineMs: 500 });
  place.start({ advisor: second, advisorDeadlineMs: 500 });
  await vi.waitFor(() => expect(second.asked).toHaveLength(1), { timeout: 5_000 });
  second.answer("none");
  await vi.waitFor(async () => expect(await place.statuses()).toEqual({ "c1:2:0": "sources sources ready" }));
  expect(second.asked).toHaveLength(1);
});

test("a newer turn that another replica works ends the writing here, and the card stays withdrawn", async () => {
  await using place = await openWorkplace();
  const here = toldAdvisor();
  const worker = place.start({ advisor: here });
  await switchCopilot(place.log, true);
  await say(place.log, ASK);
  await vi.waitFor(() => expect(here.asked).toHaveLength(1));
  const [card] = await place.cards();
  if (!card) throw new Error("no card");
  // As the other replica would: its newer turn supersedes the card, and a late answer of the first comes after it.
  const withdrawn = { ...card, status: "withdrawn" as const, supersededBy: "c1:9:0" };
  const late = { ...card, status: "ready" as const, script: "too late" };
  await place.log.append(SESSION, [{ kind: "card", key: "superseded", data: withdrawn }]);
  await vi.waitFor(() => expect(here.aborted).toBe(1));
  await place.log.append(SESSION, [{ kind: "card", key: "late", data: late }]);
  const memory = (await place.events()).reduce(remember, emptySessionMemory(SESSION));
  expect(memory.state.cards).toMatchObject([{ status: "withdrawn", supersededBy: "c1:9:0" }]);
  await worker.stop();
});

test("the context changes while a model writes: the first answer never follows the second", async () => {
  await using place = await openWorkplace();
  const advisor = toldAdvisor();
  place.start({ advisor });
  await switchCopilot(place.log, true);
  await setPlan(place.log, "Plus");
  await say(place.log, ASK);
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(1));
  await setPlan(place.log, "Basic");
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(2));
  await setPlan(place.log, "Gold");
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(3));
  advisor.answer("Gold");
  await vi.waitFor(async () => expect(await place.cards()).toMatchObject([{ status: "ready" }]));
  advisor.answer("Plus");
  advisor.answer("Basic");
  await say(place.log, "Is my furnace covered?");
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(4));
  advisor.answer("Gold");
  await vi.waitFor(async () =>
    expect((await place.cards()).map(({ status }) => status)).toEqual(["ready", "ready"]),
  );
  const [card] = await place.cards();
  expect(card).toMatchObject({
    context: { plan: "Gold" },
    script: "Covered under Gold.",
    notice: { code: "CONTEXT_CHANGED" },
  });
  expect(Object.values(await place.statuses())[0]).toBe("sources sources sources ready");
});

test("stopped while a card is answered again: the next worker has it written", async () => {
  await using place = await openWorkplace();
  const first = toldAdvisor();
  const worker = place.start({ advisor: first, advisorDeadlineMs: 1_500 });
  await switchCopilot(place.log, true);
  await setPlan(place.log, "Plus");
  await say(place.log, ASK);
  await vi.waitFor(() => expect(first.asked).toHaveLength(1));
  first.answer("Plus");
  await vi.waitFor(async () => expect(await place.cards()).toMatchObject([{ status: "ready" }]));
  await setPlan(place.log, "Basic");
  await vi.waitFor(() => expect(first.asked).toHaveLength(2));
  await worker.stop();
  const second = toldAdvisor();
  place.start({ advisor: second, advisorDeadlineMs: 1_500 });
  await vi.waitFor(
    async () => expect(await place.cards()).toMatchObject([{ status: "ready", context: { plan: "Basic" } }]),
    { timeout: 8_000 },
  );
});

test("a question that is narrowed while a model writes its card: withdrawn, and no answer after it", async () => {
  await using place = await openWorkplace();
  const advisor = toldAdvisor();
  place.start({ advisor });
  await switchCopilot(place.log, true);
  await say(place.log, ASK);
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(1));
  advisor.asked.length = 0;
  await say(place.log, "No wait, I mean the refrigerator.");
  await vi.waitFor(() => expect(advisor.asked).toHaveLength(1));
  advisor.answer("none");
  await vi.waitFor(async () =>
    expect(Object.values(await place.statuses())).toEqual(["sources withdrawn", "sources ready"]),
  );
});

test("switched off while old turns are worked: no turn is begun after it", async () => {
  await using place = await openWorkplace();
  for (let n = 0; n < 60; n += 1) {
    await say(place.log, `Is my furnace number ${n} covered?`);
    await say(place.log, "One moment.", "AGENT");
  }
  place.start();
  await switchCopilot(place.log, true);
  await vi.waitFor(async () => expect((await place.cards()).length).toBeGreaterThan(0));
  await switchCopilot(place.log, false);
  await place.log.ping();
  const events = await place.events();
  const off = events.findLast(({ kind }) => kind === "copilot")?.seq ?? 0;
  await say(place.log, "Hello?", "AGENT");
  await vi.waitFor(async () => expect(await place.log.due(Date.now(), 10)).toEqual([]), { timeout: 5_000 });
  const after = (await place.events()).filter(({ seq, kind }) => seq > off && kind === "turn");
  expect(after.length).toBeLessThanOrEqual(1);
});
