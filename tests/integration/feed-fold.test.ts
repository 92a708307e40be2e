import { applyUpdate, type SessionState } from "@live-copilot/shared";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { connect, type OpenClient, post, watch } from "../support/client.ts";
import { startServer } from "../support/start-server.ts";

const QUESTIONS = [
  "Is my dishwasher covered?",
  "How much is the service fee?",
  "Is the roof covered?",
  "Hello.",
];

const one = <K extends string>(kind: K) => fc.constant(kind);
const anyStep = fc.oneof(
  fc.record({
    do: one("say"),
    id: fc.nat(5),
    text: fc.constantFrom(...QUESTIONS),
    speaker: fc.constantFrom("AGENT", "CUSTOMER"),
  }),
  fc.record({
    do: one("call"),
    state: fc.constantFrom("TX", "OH", ""),
    plan: fc.constantFrom("Plus", "Basic"),
  }),
  fc.record({
    do: one("context"),
    state: fc.constantFrom("CA", "TX", null),
    phone: fc.constantFrom("(512) 555-0123", null),
  }),
  fc.record({ do: one("enable") }),
  fc.record({ do: one("disable") }),
  fc.record({ do: one("end") }),
  fc.record({
    do: one("feedback"),
    kind: fc.constantFrom("used", "helpful", "unhelpful", "pinned", "unpinned"),
  }),
  fc.record({ do: one("ask"), id: fc.nat(3) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** Does one thing as a speech source or an agent would; what is refused in the state of the moment is refused. */
async function take({ api }: OpenClient, url: string, sessionId: string, step: Step): Promise<void> {
  switch (step.do) {
    case "say": {
      const { id, text, speaker } = step;
      await post(url, { sessionId, segmentId: `s${id}`, text, speaker });
      return;
    }
    case "call":
      await post(url, { sessionId, text: "My plan.", speaker: "AGENT", state: step.state, plan: step.plan });
      return;
    case "context": {
      const { do: _do, ...values } = step;
      await api.session.updateContext.mutate({ sessionId, ...values });
      return;
    }
    case "enable":
      await api.copilot.enable.mutate({ sessionId });
      return;
    case "disable":
      await api.copilot.disable.mutate({ sessionId });
      return;
    case "end":
      await api.session.end.mutate({ sessionId });
      return;
    case "ask": {
      const ask = { sessionId, question: "what is the fee", requestId: `r${step.id}` };
      await api.copilot.ask.mutate(ask).catch(() => undefined);
      return;
    }
    case "feedback": {
      const { state } = await api.session.get.query({ sessionId });
      const cardId = state.cards[0]?.id;
      if (cardId) await api.suggestion.feedback.mutate({ sessionId, cardId, kind: step.kind });
    }
  }
}

/** The expiry moves with every word and is told now and then: its own test is below. */
function comparable(state: SessionState): SessionState {
  const { enabled, degraded } = state.copilot;
  return { ...state, copilot: { enabled, degraded } };
}

test("the state at any event and what a subscriber is sent from there on make the state at the end", async () => {
  await using server = await startServer({ TURN_PAUSE_MS: "5" });
  using client = connect(server.url);
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 12 }), async (steps) => {
      const sessionId = `s${runs++}`;
      const states: SessionState[] = [];
      const get = async () => (await client.api.session.get.query({ sessionId })).state;
      await post(server.url, { sessionId, segmentId: "first", text: "Hello." });
      for (const each of steps) {
        states.push(await get());
        await take(client, server.url, sessionId, each);
      }
      const end = await get();
      for (const from of states) {
        using seen = watch(client, sessionId, String(from.seq));
        const sent = () => seen.updates.filter(({ id }) => Number(id) <= end.seq);
        const folded = () =>
          sent().reduce((state, update) => applyUpdate(state, Number(update.id), update), from);
        await vi.waitFor(() =>
          expect({ ...comparable(folded()), seq: 0 }).toEqual({ ...comparable(end), seq: 0 }),
        );
        const ids = seen.updates.filter(isEvent).map(({ id }) => Number(id));
        expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(server.failures).toEqual([]);
}, 120_000);

test("whoever follows is told that words moved the time at which the copilot goes off", async () => {
  await using server = await startServer({ COPILOT_SESSION_TTL_SECONDS: "5" });
  using client = connect(server.url);
  using seen = watch(client, "c1");
  const { expiresAt } = await client.api.copilot.enable.mutate({ sessionId: "c1" });
  await vi.waitFor(() => expect(Date.parse(expiresAt) - Date.now()).toBeLessThan(4_400), { timeout: 3_000 });
  await post(server.url, { sessionId: "c1", text: "Hello.", speaker: "AGENT" });
  const told = () => seen.updates.findLast(({ copilot }) => copilot)?.copilot?.expiresAt ?? "";
  await vi.waitFor(() => expect(Date.parse(told())).toBeGreaterThan(Date.parse(expiresAt)));
  const { state } = await client.api.session.get.query({ sessionId: "c1" });
  expect(told()).toBe(state.copilot.expiresAt);
});

/** A draft, or what is away now, comes under the id of the update before it. */
function isEvent(update: Sent, index: number, all: readonly Sent[]): boolean {
  const { id, sessionId: _session, copilot, cards, drafts, ...rest } = update;
  const isState = copilot !== undefined && cards.length === 0 && Object.keys(rest).length === 0;
  return drafts === undefined && !(isState && all[index - 1]?.id === id);
}

type Sent = ReturnType<typeof watch>["updates"][number];
