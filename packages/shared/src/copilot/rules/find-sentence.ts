import type { AdviceRequest } from "../advice.ts";
import type { Reading } from "./read-clause.ts";
import type { Unit } from "./units.ts";
import { type Term, termsOf, type Vocabulary } from "./vocabulary.ts";

/** The sentence that answers a question which is not one of coverage. */
export interface Answer {
  readonly reading: Reading;
  readonly unit: Unit;
  /** The sentences of the same clause that go with it: the other steps of a procedure. */
  readonly steps: readonly Unit[];
  /** Share of the question's meanings that the clause names, by weight. */
  readonly support: number;
}

const MONEY = /\$\s?\d|\d\s?%|\bno (?:charge|fee|cost)|without charge|free\b/i;
const TIME =
  /\b\d+(?:st|nd|rd|th)?[\s-]+(?:\w+[\s-]+)?(?:hours?|days?|months?|years?|weeks?|minutes?|o['’]clock)\b|\b(?:at any time|immediately|24\/7|same day|business day|any hour|annual\w*)\b/i;
const STEP =
  /^(?:call|sign|log|visit|go|describe|pay|tell|send|write|submit|contact|have|give|choose|report|request|file|open|ask|keep|use)\b|\b(?:you (?:may|must|can|should|need to)|by (?:calling|phone|writing|letter)|online|in your account|call us|contact us)\b/i;

/** The best sentence for a question of amount, time, procedure or another kind; null where none speaks of it. */
export function findSentence(
  request: AdviceRequest,
  readings: readonly Reading[],
  vocabulary: Vocabulary,
): Answer | null {
  const wanted = distinct([
    ...termsOf(request.question.text, vocabulary),
    ...termsOf(request.question.search, vocabulary),
  ]);
  if (wanted.length === 0) return null;
  const weight = (term: Term) =>
    Math.log(1 + (readings.length + 1) / (1 + readings.filter((one) => has(one.ids, term)).length));
  const total = wanted.reduce((sum, term) => sum + weight(term), 0);
  const scored = readings.flatMap((reading, rank) =>
    reading.units.map((unit) => {
      const own = new Set(termsOf(`${unit.text}`, vocabulary).flatMap((term) => term?.ids ?? []));
      const near = wanted.reduce(
        (sum, term) =>
          sum + (has(own, term) ? weight(term) : has(reading.ids, term) ? 0.6 * weight(term) : 0),
        0,
      );
      const support = near / total;
      const score = support + typeBonus(request, unit, reading) + 0.06 * reading.level - 0.015 * rank;
      return { reading, unit, steps: [], support, score };
    }),
  );
  const best = scored.filter((one) => one.support > 0.2).toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined || best.support < 0.34) return null;
  const amended = scored
    .filter(
      (one) => one.reading.hit.amends === best.reading.hit.clauseId && one.reading.level > best.reading.level,
    )
    .toSorted((a, b) => b.score - a.score)[0];
  const chosen = amended ?? best;
  const steps = chosen.reading.units.filter((unit) => unit !== chosen.unit && unit.leadIn !== null);
  return { reading: chosen.reading, unit: chosen.unit, steps, support: chosen.support };
}

function typeBonus(request: AdviceRequest, unit: Unit, reading: Reading): number {
  const { kind } = request.question;
  if (kind === "amount")
    return (MONEY.test(unit.text) ? 0.4 : 0) + (/fee|limit/.test(reading.hit.kind) ? 0.1 : 0);
  if (kind === "time") return TIME.test(unit.text) ? 0.4 : 0;
  if (kind === "procedure")
    return (STEP.test(unit.text) ? 0.25 : 0) + (reading.hit.kind === "procedure" ? 0.2 : 0);
  return 0;
}

function distinct(terms: readonly (Term | null)[]): Term[] {
  const seen = new Set<string>();
  return terms.filter((term) => {
    if (term === null || seen.has(term.ids[0] ?? "")) return false;
    seen.add(term.ids[0] ?? "");
    return true;
  }) as Term[];
}

function has(ids: ReadonlySet<string>, term: Term): boolean {
  return term.ids.some((id) => ids.has(id));
}
