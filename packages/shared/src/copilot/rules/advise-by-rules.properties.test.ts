import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLAUSE_KINDS, type PolicyHit } from "../../domain/clause.ts";
import type { Customer } from "../../domain/customer.ts";
import type { AdviceRequest, CheckedAdvice } from "../advice.ts";
import { checkCitations } from "../check-citations.ts";
import { adviseByRules } from "./advise-by-rules.ts";
import { amountsWritten, costsSaid } from "./money.ts";
import { SECOND_LIBRARY } from "./second-library.fixture.ts";
import { CASES } from "./second-library.more-cases.ts";
import { findInSecondLibrary } from "./second-library.search.fixture.ts";

const QUESTION_KINDS = ["coverage", "amount", "time", "procedure", "other"] as const;

const SAID = [
  "he quoted twenty eight hundred",
  "they want $2,000",
  "about 900 bucks",
  "it's all rusted",
  "mice chewed it",
  "i don't know if it's gas or solar",
  "i signed up last week",
  "my own guy fixed it",
  "it never worked since we moved in",
  "the builder installed it wrong",
];

const ADA: Customer = {
  customerId: "c",
  name: "Ada Moss",
  phones: [],
  contractStart: "2026-02-01",
  claims: [],
  limits: [{ name: "Furnace", total: 1500, used: 1500 }],
};
const customer: fc.Arbitrary<Customer | null> = fc.constantFrom(null, ADA);

const sensible = fc
  .record({
    ask: fc.constantFrom(
      ...CASES.map((one) => one.ask),
      "",
      "??",
      "Is it covered?",
      "$$$ (((",
      "is the the the covered",
    ),
    kind: fc.constantFrom(...QUESTION_KINDS),
    told: fc.array(fc.constantFrom(...SAID), { maxLength: 3 }).map((parts) => parts.join(". ")),
    plan: fc.constantFrom(null, "Gold", "Bronze"),
    state: fc.constantFrom(null, "OR"),
    customer,
  })
  .map(({ ask, kind, told, plan, state, customer: known }) => {
    const scope = { plan, state, contractType: null, at: "2026-11-23" };
    const today = scope.at;
    const question = { text: ask, kind, segmentIds: [] as string[], search: ask, situation: told };
    return {
      question,
      hits: findInSecondLibrary(ask, told, scope).slice(0, 12),
      scope,
      today,
      customer: known,
    };
  });

const anyHit: fc.Arbitrary<PolicyHit> = fc.record({
  documentId: fc.constantFrom("a", "b"),
  title: fc.string({ maxLength: 20 }),
  version: fc.constant("1"),
  plans: fc.constantFrom(null, ["Gold"]),
  states: fc.constantFrom(null, ["OR"]),
  contractTypes: fc.constantFrom(null, ["Sale"]),
  clauseId: fc.string({ maxLength: 5 }),
  section: fc.string({ maxLength: 40 }),
  kind: fc.constantFrom(...CLAUSE_KINDS),
  text: fc.oneof(
    fc.string({ maxLength: 300 }),
    fc.constantFrom(...SECOND_LIBRARY.map((clause) => clause.text)),
  ),
  score: fc.double({ min: 0, max: 50, noNaN: true }),
});

const wild = fc.record({
  question: fc.record({
    text: fc.string({ maxLength: 120 }),
    kind: fc.constantFrom(...QUESTION_KINDS),
    segmentIds: fc.constant<string[]>([]),
    search: fc.string({ maxLength: 60 }),
    situation: fc.string({ maxLength: 200 }),
  }),
  hits: fc.array(anyHit, { maxLength: 12 }),
  scope: fc.record({
    plan: fc.constantFrom(null, "Gold"),
    state: fc.constant(null),
    contractType: fc.constant(null),
    at: fc.constant("2026-11-23"),
  }),
  today: fc.constantFrom("2026-11-23", "2026-02-10"),
  customer,
});

/** Amounts that may be said: those of the clauses and the words, and what is left of one after another. */
function allowedAmounts({ question, hits }: AdviceRequest): Set<number> {
  const words = `${question.text} ${question.situation}`;
  const stated = [
    ...hits.flatMap((hit) => amountsWritten(hit.text)),
    ...amountsWritten(words),
    ...costsSaid(words),
  ].map((one) => one.dollars);
  return new Set([...stated, ...stated.flatMap((a) => stated.map((b) => a - b))]);
}

function spokenWell(advice: CheckedAdvice, request: AdviceRequest): void {
  const texts = [advice.script, advice.reason, advice.clarifyingQuestion ?? "x", ...advice.nextSteps];
  for (const text of texts) {
    expect(text).not.toBe("");
    expect(text).not.toMatch(
      /undefined|\bnull\b|NaN|Infinity|\[object| {2}|\b(the the|your your|your the|a a|the your)\b/,
    );
    expect((text.match(/["“”]/g) ?? []).length % 2).toBe(0);
    const allowed = allowedAmounts(request);
    for (const { dollars, text: shown } of amountsWritten(text))
      expect(allowed.has(dollars), `${shown} in ${text}`).toBe(true);
  }
}

describe("adviseByRules, whatever it is given", () => {
  it("speaks whole sentences, names no amount of its own and proves every decision", () => {
    fc.assert(
      fc.property(sensible, (request) => {
        const advice = checkCitations(adviseByRules(request));
        spokenWell(advice, request);
        if (advice.decision === "Yes" || advice.decision === "No" || advice.decision === "Partial")
          expect(advice.citations.length).toBeGreaterThan(0);
        expect(advice.citations.length).toBeLessThanOrEqual(3);
        expect(advice.nextSteps.length).toBeLessThanOrEqual(4);
        expect(advice.script.match(/[.?!](?=\s|$)/g)?.length ?? 0).toBeLessThanOrEqual(4);
      }),
      { numRuns: 400 },
    );
  });

  it("quotes only what stands in the clause", () => {
    fc.assert(
      fc.property(fc.oneof(sensible, wild), (request) => {
        const proposed = adviseByRules(request);
        const checked = checkCitations(proposed);
        expect(checked.citations).toHaveLength(proposed.citations.length);
        for (const { quote, marks } of checked.citations) {
          let end = 0;
          for (const mark of marks) {
            expect(mark[0]).toBeGreaterThanOrEqual(end);
            expect(mark[1]).toBeGreaterThan(mark[0]);
            end = mark[1];
          }
          expect(end).toBeLessThanOrEqual(quote.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("never throws and says the same to the same request", () => {
    fc.assert(
      fc.property(wild, (request) => {
        expect(adviseByRules(request)).toEqual(adviseByRules(request));
      }),
      { numRuns: 400 },
    );
  });
});
