import { expect, test } from "vitest";
import type { PolicyClause, PolicyHit } from "../domain/clause.ts";
import type { SuggestionCard } from "../domain/suggestion.ts";
import type { Advice, AdviceRequest } from "./advice.ts";
import type { AdviceStep, Advisor, Draft } from "./ports.ts";
import { writeSuggestion } from "./write-suggestion.ts";

const CLAUSE: PolicyClause = {
  documentId: "terms",
  title: "Terms",
  version: "1",
  plans: null,
  states: null,
  contractTypes: null,
  clauseId: "pipes",
  section: "Plumbing",
  kind: "coverage",
  text: "We cover leaking pipes inside the walls.",
};
const HIT: PolicyHit = { ...CLAUSE, score: 1 };
const REQUEST: AdviceRequest = {
  question: {
    text: "Are pipes covered?",
    kind: "coverage",
    segmentIds: ["a"],
    told: "",
    thing: null,
    dealing: null,
    causes: [],
    symptoms: [],
    plan: null,
    negated: false,
    isOpen: false,
    danger: null,
    search: "pipes",
    situation: "",
  },
  hits: [HIT],
  scope: { plan: null, state: null, contractType: null, at: "2026-01-01" },
  today: "2026-01-01",
  customer: null,
  options: null,
};
const CARD: SuggestionCard = {
  id: "c1:1:0",
  status: "sources",
  origin: "customer",
  question: { text: "Are pipes covered?", segmentIds: ["a"] },
  decision: "Yes",
  reason: "pipes are named",
  script: "Yes, pipes are covered.",
  citations: [],
  nextSteps: [],
  context: { plan: null, state: null, contractType: null },
  searched: { documents: 3, plan: null, state: null },
  engine: "rules",
  timings: { sourcesMs: 4 },
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
};
const ADVICE: Advice = {
  decision: "Yes",
  reason: "pipes are covered",
  script: "Good news: your pipes are covered.",
  citations: [{ clause: HIT, quote: "We cover leaking pipes", deciding: ["cover"] }],
  nextSteps: ["Open a claim"],
};

/** Writes the card with an advisor that does this, and gives the fact with the drafts' lane as it was used. */
async function write(
  steps: (signal: AbortSignal) => AsyncIterable<AdviceStep>,
  options: { ms?: number; signal?: AbortSignal } = {},
) {
  const lane: string[] = [];
  const advisor: Advisor = {
    engine: "model:test",
    isAvailable: () => true,
    write: (_request, signal) => steps(signal),
  };
  const signals = {
    draft: (_sessionId: string, draft: Draft) =>
      void (draft.lane === "script" && lane.push(draft.script.script)),
    dropDraft: () => void lane.push("(dropped)"),
  };
  const log = { before: async () => [] };
  const deps = { advisor, signals, log, advisorDeadlineMs: options.ms ?? 2_000, now: () => Date.now() };
  const unwritten = { card: CARD, request: REQUEST, revision: 7, overAt: Date.now(), sessionId: "c1" };
  const written = await writeSuggestion(deps, unwritten, options.signal ?? new AbortController().signal);
  return { card: written?.fact.data ?? null, key: written?.fact.key, lane };
}

const never = () => new Promise<never>(() => undefined);

test("the script streams as drafts, then the checked answer is the card", async () => {
  const { card, key, lane } = await write(async function* () {
    yield { script: "Good" };
    yield { script: "Good news" };
    yield { advice: ADVICE };
  });
  expect(lane).toEqual(["Good", "Good news", "(dropped)"]);
  expect(key).toBe("card:c1:1:0:7:ready");
  expect(card).toMatchObject({ status: "ready", engine: "model:test", script: ADVICE.script });
  expect(card?.citations).toMatchObject([
    { clauseId: "pipes", quote: "We cover leaking pipes", verified: true },
  ]);
  expect(card?.searched).toBeUndefined();
  expect(card?.timings.firstTextMs).toBeGreaterThanOrEqual(0);
});

test.each<[string, () => AsyncIterable<AdviceStep>, string]>([
  [
    "throws at once",
    () => {
      throw new Error("no");
    },
    "MODEL_FAILED",
  ],
  [
    "throws after some words",
    async function* () {
      yield { script: "Go" };
      throw new Error("cut");
    },
    "MODEL_FAILED",
  ],
  [
    "ends without advice",
    async function* () {
      yield { script: "Go" };
    },
    "MODEL_FAILED",
  ],
  ["says nothing at all", async function* () {}, "MODEL_FAILED"],
  [
    "hangs and does not hear the signal",
    async function* () {
      yield { script: "Go" };
      await never();
    },
    "MODEL_TIMEOUT",
  ],
  ["hangs before it begins", () => ({ [Symbol.asyncIterator]: () => ({ next: never }) }), "MODEL_TIMEOUT"],
  [
    "hangs when it is to stop",
    () => ({ [Symbol.asyncIterator]: () => ({ next: never, return: never }) }),
    "MODEL_TIMEOUT",
  ],
  [
    "never stops talking",
    async function* () {
      for (let n = 0; ; n += 1) {
        yield { script: "x".repeat(n % 50) };
        await new Promise(setImmediate);
      }
    },
    "MODEL_TIMEOUT",
  ],
])("an advisor that %s leaves the rules' answer, labelled", async (_name, steps, code) => {
  const { card, lane } = await write(steps, { ms: 60 });
  expect(card).toMatchObject({ status: "ready", decision: "Yes", engine: "rules", notice: { code } });
  expect(card?.script).toBe(CARD.script);
  expect(lane.at(-1)).toBe("(dropped)");
});

test("a quote that stands in no clause is not shown, and a decision that nothing proves is Unknown", async () => {
  const { card } = await write(async function* () {
    yield { advice: { ...ADVICE, citations: [{ clause: HIT, quote: "We cover everything", deciding: [] }] } };
  });
  expect(card).toMatchObject({ decision: "Unknown", citations: [] });
  expect(card?.readings).toEqual([
    { engine: "model:test", decision: "Unknown" },
    { engine: "rules", decision: "Yes" },
  ]);
});

test("a clause that the advisor made up or changed proves nothing", async () => {
  const forged = { ...CLAUSE, text: "We cover everything." };
  const foreign = { ...CLAUSE, clauseId: "roof", text: "We cover the roof." };
  const { card } = await write(async function* () {
    yield {
      advice: {
        ...ADVICE,
        citations: [
          { clause: forged, quote: "We cover everything.", deciding: [] },
          { clause: foreign, quote: "We cover the roof.", deciding: [] },
        ],
      },
    };
  });
  expect(card).toMatchObject({ decision: "Unknown", citations: [] });
});

test.each([0, 20])("aborted after %i ms it gives no fact, and no draft follows", async (ms) => {
  const { card, lane } = await write(
    async function* () {
      yield { script: "Go" };
      await never();
    },
    { signal: ms === 0 ? AbortSignal.abort() : AbortSignal.timeout(ms) },
  );
  expect(card).toBeNull();
  expect(lane.at(-1)).toBe("(dropped)");
});
