import type { AdviceRequest } from "../advice.ts";
import { FACTS } from "./fact-matters.ts";
import { hintsFor } from "./hints.ts";
import { ruledOn } from "./matters.ts";
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
  /** What other plans' schedules say to the same, where the plan is not known. */
  readonly otherPlans: readonly { readonly reading: Reading; readonly unit: Unit }[];
}

const MONEY =
  /\$\s?\d|\d\s?(?:%|percent)|\bno (?:charge|fee|cost)|without (?:charge|a new)|free of charge\b/i;
const TIME =
  /\b\d+(?:st|nd|rd|th)?[\s-]+(?:\w+[\s-]+)?(?:hours?|days?|months?|years?|weeks?|minutes?|o['’]clock)\b|\b(?:at any time|immediately|24\/7|same day|business day|any hour|annual\w*)\b/i;
const STEP =
  /^(?:call|sign|log|visit|go|describe|pay|tell|send|write|submit|contact|have|give|choose|report|request|file|open|ask|keep|use)\b|\b(?:you (?:may|must|can|should|need to)|by (?:calling|phone|telephone|writing|letter)|online|in your account|call us|contact us)\b/i;
/** How much the situation's words count beside the question's. */
const SITUATION = 0.35;
/** A sentence that is in the clause beside it counts for this much of one that says it itself. */
const BESIDE = 0.6;
/** Below this share of the question's meanings a sentence speaks of something else. */
const SPEAKS = 0.25;
/** A word that no clause has says little: callers talk of much. */
const UNHEARD = 0.4;
/** Characters of the situation that are read, the last ones. */
const LATELY = 400;

interface Weighed {
  readonly term: Term;
  readonly weight: number;
}

interface Scored extends Answer {
  readonly score: number;
  /** Share of the question's meanings that the sentence itself names. */
  readonly own: number;
}

/** The best sentence for a question of amount, time, procedure or another kind; null where none speaks of it. */
export function findSentence(
  request: AdviceRequest,
  readings: readonly Reading[],
  vocabulary: Vocabulary,
): Answer | null {
  const { text, search, situation } = request.question;
  const lately = situation.slice(-LATELY);
  const asked = weighed(`${text}\n${search}\n${hintsFor(`${text} ${lately}`)}`, readings, vocabulary);
  const told = weighed(lately, readings, vocabulary);
  const top = Math.max(1e-9, ...readings.map((one) => one.hit.score));
  const scored = readings.flatMap((reading) =>
    reading.units.map((unit, at): Scored => {
      const own = reading.unitIds[at] ?? NONE;
      const support = share(asked, reading.ids);
      const named = share(asked, own);
      const nearness = (1 - BESIDE) * named + BESIDE * support;
      const around = (1 - BESIDE) * share(told, own) + BESIDE * share(told, reading.ids);
      const place = 0.05 * reading.level + 0.3 * (reading.hit.score / top);
      const score = nearness + SITUATION * around + typeBonus(request, unit, reading) + place;
      return { reading, unit, steps: [], support, otherPlans: [], score, own: named };
    }),
  );
  const ruled = ruledOn(FACTS, request, readings)?.sentences ?? [];
  const ruling = scored.filter((one) => ruled.some(({ unit }) => unit === one.unit));
  const level = Math.max(0, ...ruling.map((one) => one.reading.level));
  const best =
    bestOf(ruling.filter((one) => one.reading.level === level)) ??
    bestOf(scored.filter((one) => one.support >= SPEAKS));
  if (best === undefined) return null;
  // An amendment takes the place of what it speaks of, not of the clause's other sentences.
  const amends = ({ reading, own }: Scored) =>
    reading.hit.amends === best.reading.hit.clauseId &&
    reading.level > best.reading.level &&
    own >= best.own / 2;
  const chosen = bestOf(scored.filter(amends)) ?? best;
  const steps = chosen.reading.units.filter((unit) => unit !== chosen.unit && unit.leadIn !== null);
  const otherPlans = request.scope.plan === null ? samePoint(chosen, ruling) : [];
  return { ...chosen, steps, otherPlans };
}

/** The sentences of other plans' schedules that rule on the same matter, one for each plan. */
function samePoint(chosen: Scored, ruling: readonly Scored[]): Scored[] {
  const key = ({ reading }: Scored) => reading.hit.plans?.join() ?? null;
  const seen = new Set([key(chosen)]);
  if (seen.has(null)) return [];
  return ruling.filter((one) => {
    const plan = key(one);
    if (plan === null || seen.has(plan)) return false;
    seen.add(plan);
    return true;
  });
}

const NONE: ReadonlySet<string> = new Set();

const bestOf = (scored: readonly Scored[]) =>
  scored.reduce<Scored | undefined>(
    (best, one) => (best === undefined || one.score > best.score ? one : best),
    undefined,
  );

/** The meanings of some words, each with how much it tells one clause from another. */
function weighed(words: string, readings: readonly Reading[], vocabulary: Vocabulary): Weighed[] {
  const seen = new Set<string>();
  const found: Weighed[] = [];
  for (const term of termsOf(words, vocabulary)) {
    const id = term?.ids[0];
    if (term === null || id === undefined || seen.has(id)) continue;
    seen.add(id);
    const within = readings.filter((one) => holds(one.ids, term)).length;
    const known = within === 0 ? UNHEARD : 1;
    found.push({ term, weight: known * Math.log(1 + (readings.length + 1) / (1 + within)) });
  }
  return found;
}

/** The share of the words' weight whose meanings are among these: 0 to 1. */
function share(words: readonly Weighed[], ids: ReadonlySet<string>): number {
  let total = 0;
  let held = 0;
  for (const { term, weight } of words) {
    total += weight;
    if (holds(ids, term)) held += weight;
  }
  return total === 0 ? 0 : held / total;
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
