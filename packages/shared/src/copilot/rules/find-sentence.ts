import type { AdviceRequest } from "../advice.ts";
import { hintsFor } from "./hints.ts";
import type { Reading } from "./read-clause.ts";
import type { Unit } from "./units.ts";
import { holds, type Term, termsOf, type Vocabulary } from "./vocabulary.ts";

/** The sentence that answers a question which is not one of coverage. */
export interface Answer {
  readonly reading: Reading;
  readonly unit: Unit;
  /** The sentences of the same clause that go with it: the other steps of a procedure. */
  readonly steps: readonly Unit[];
  /** Share of the question's meanings that the clause names, by weight: 0 to 1. */
  readonly support: number;
}

const MONEY =
  /\$\s?\d|\d\s?(?:%|percent)|\bno (?:charge|fee|cost)|without (?:charge|a new)|free of charge\b/i;
const TIME =
  /\b\d+(?:st|nd|rd|th)?[\s-]+(?:\w+[\s-]+)?(?:hours?|days?|months?|years?|weeks?|minutes?|o['’]clock)\b|\b(?:at any time|immediately|24\/7|same day|business day|any hour|annual\w*)\b/i;
const STEP =
  /^(?:call|sign|log|visit|go|describe|pay|tell|send|write|submit|contact|have|give|choose|report|request|file|open|ask|keep|use)\b|\b(?:you (?:may|must|can|should|need to)|by (?:calling|phone|telephone|writing|letter)|online|in your account|call us|contact us)\b/i;
/** Words of the situation count as much less than words of the question. */
const SITUATION = 0.35;

/** Below this share of the question's meanings a sentence speaks of something else. */
const SPEAKS = 0.25;
/** A word that no clause has says little: callers talk of much. */
const UNHEARD = 0.4;

interface Weighed {
  readonly term: Term;
  readonly weight: number;
  /** Of the question itself rather than of the situation. */
  readonly asked: boolean;
}

/** The best sentence for a question of amount, time, procedure or another kind; null where none speaks of it. */
export function findSentence(
  request: AdviceRequest,
  readings: readonly Reading[],
  vocabulary: Vocabulary,
): Answer | null {
  const wanted = weighed(request, readings, vocabulary);
  const total = wanted.reduce((sum, one) => sum + one.weight, 0);
  const asked = wanted.reduce((sum, one) => sum + (one.asked ? one.weight : 0), 0);
  if (total === 0) return null;
  const top = Math.max(1e-9, ...readings.map((one) => one.hit.score));
  const scored = readings.flatMap((reading) =>
    reading.units.map((unit) => {
      const own = new Set(termsOf(unit.text, vocabulary).flatMap((term) => term?.ids ?? []));
      let here = 0;
      let clause = 0;
      for (const { term, weight } of wanted) {
        if (holds(own, term)) here += weight;
        else if (holds(reading.ids, term)) clause += weight;
      }
      const support =
        asked === 0
          ? 0
          : wanted.reduce(
              (sum, one) => sum + (one.asked && holds(reading.ids, one.term) ? one.weight : 0),
              0,
            ) / asked;
      const score =
        (here + 0.6 * clause) / total +
        typeBonus(request, unit, reading) +
        0.05 * reading.level +
        0.3 * (reading.hit.score / top);
      return { reading, unit, steps: [], support, score };
    }),
  );
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined || best.support < SPEAKS) return null;
  const amended = scored
    .filter(
      (one) => one.reading.hit.amends === best.reading.hit.clauseId && one.reading.level > best.reading.level,
    )
    .toSorted((a, b) => b.score - a.score)[0];
  const chosen = amended ?? best;
  const steps = chosen.reading.units.filter((unit) => unit !== chosen.unit && unit.leadIn !== null);
  return { ...chosen, steps };
}

function weighed(request: AdviceRequest, readings: readonly Reading[], vocabulary: Vocabulary): Weighed[] {
  const { text, search } = request.question;
  const situation = request.question.situation.slice(-400);
  const seen = new Set<string>();
  const found: Weighed[] = [];
  const add = (words: string, share: number) => {
    for (const term of termsOf(words, vocabulary)) {
      const id = term?.ids[0];
      if (term === null || id === undefined || seen.has(id)) continue;
      seen.add(id);
      const within = readings.filter((one) => holds(one.ids, term)).length;
      if (share < 1 && within === 0) continue;
      const known = within === 0 ? UNHEARD : 1;
      found.push({
        term,
        weight: known * share * Math.log(1 + (readings.length + 1) / (1 + within)),
        asked: share === 1,
      });
    }
  };
  add(`${text}\n${search}\n${hintsFor(`${text} ${situation}`)}`, 1);
  add(situation, SITUATION);
  return found;
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
