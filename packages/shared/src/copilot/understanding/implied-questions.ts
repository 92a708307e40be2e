import {
  FAILED,
  FAULT_AT,
  MISBEHAVES,
  PROMISED,
  REFUND_WANTED,
  WANTS_SERVICE,
  WITHOUT,
} from "./lexicon/failures.ts";
import { type Mention, mentionsIn, mentionsOf } from "./mentions.ts";
import { type Referent, referentBefore, referentOf, type Surroundings, withOwner } from "./referent.ts";
import { stem } from "./stem.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { joined, type Word } from "./words.ts";

/** A question that a statement leaves for the agent to answer on the spot. */
export interface ImpliedQuestion {
  /** As a card writes it. */
  readonly text: string;
  readonly concepts: readonly string[];
  /** Indexes into the turn's words: [from, to). */
  readonly from: number;
  readonly to: number;
}

/** Who asks for somebody today wants to know how soon one comes. */
const SOON =
  /\b(?:can|could|will) (?:you|they|someone|somebody)(?: guys| all| people)?(?: please)? (?:get|send|have|come)(?: (?:someone|somebody|a \w+))?(?: (?:out|here|over))*\b.{0,20}?\b(?:today|tonight|right now|now|asap|right away|this (?:morning|afternoon|evening|weekend)|immediately)\b/;
/** Questions that the statements of one turn leave at most. */
const QUESTIONS_KEPT = 6;
/** Words between a thing and what failed about it. */
const NEAR = 9;
const PRONOUN = /\b(?:it|they|this|that|one)\b/;

/** What the statements of a turn imply: that a failed thing is covered, that a promise holds. */
export function impliedQuestions(from: Surroundings, vocabulary: Vocabulary): readonly ImpliedQuestion[] {
  const found: ImpliedQuestion[] = [];
  for (const [start, end] of sentences(from.words)) {
    if (found.length >= QUESTIONS_KEPT) break;
    const words = from.words.slice(start, end);
    const soon = SOON.test(joined(words));
    if (soon)
      found.push({ text: "How soon can someone come out?", concepts: ["soon"], from: start, to: end });
    if (REFUND_WANTED.test(joined(words))) {
      found.push({ text: "Can the customer get a refund?", concepts: ["refund"], from: start, to: end });
      continue;
    }
    const thing = thingOf({ words, start }, from, vocabulary);
    const question = thing ? covered(thing, start, end) : null;
    if (question && !found.some(({ text }) => text === question.text)) found.push(question);
  }
  return found;
}

/** The thing that a sentence says failed, needs mending, or was promised to be covered. */
function thingOf(
  { words, start }: { readonly words: readonly Word[]; readonly start: number },
  from: Surroundings,
  vocabulary: Vocabulary,
): Referent | null {
  const text = joined(words);
  const failed = FAILED.exec(text) ?? misbehaves(words, vocabulary, text);
  const wanted = PROMISED.test(text) || WANTS_SERVICE.test(text);
  if (!failed && !wanted) return null;
  const things = mentionsIn(words, vocabulary).filter(({ place, sort }) => !place && sort !== "surface");
  const at = failed ? text.slice(0, failed.index).split(" ").length - 1 : words.length;
  const named = nearestTo(at, wanted ? words.length : NEAR, things);
  if (named) {
    const whole = withOwner(named, things, { ...from, vocabulary });
    const said = things.some((thing) => thing !== named && whole.whole === referentOf(thing).text);
    return named.sort === "part" && !said ? { ...whole, text: whole.whole } : whole;
  }
  const without = WITHOUT.find(([pattern]) => pattern.test(text))?.[1];
  if (without) return mentionsOf(without, vocabulary).map(referentOf)[0] ?? null;
  if (things.length > 0) return null;
  const fault = FAULT_AT.exec(text);
  if (fault) return faultOf(`${fault[1]} ${fault[2]?.replace(/ (?:my|our) /, " the ")}`);
  if (!PRONOUN.test(text)) return null;
  const meant = referentBefore(from, start + (failed ? at : 0), vocabulary);
  return meant?.sort === "unknown" ? null : meant;
}

/** "Won't", "keeps", "takes hours": signs of a failure behind a thing's name, a few words on. */
function misbehaves(words: readonly Word[], vocabulary: Vocabulary, text: string): RegExpExecArray | null {
  const found = MISBEHAVES.exec(text);
  if (!found) return null;
  const at = text.slice(0, found.index).split(" ").length - 1;
  const isNear = ({ to, place, sort }: Mention) => !place && sort !== "surface" && to <= at && at - to <= 5;
  return mentionsIn(words, vocabulary).some(isNear) ? found : null;
}

function faultOf(name: string): Referent {
  const plural = /^\w+s /.test(name);
  return {
    text: `the ${name}`,
    plural,
    concepts: name.split(" ").map(stem),
    whole: `the ${name}`,
    sort: "item",
  };
}

/** The thing named last before the failure, else the first behind it. */
function nearestTo(at: number, near: number, things: readonly Mention[]): Mention | undefined {
  const before = things.findLast(({ from, to }) => from <= at && at - to <= near);
  return before ?? things.find(({ from }) => from > at && from - at <= near);
}

function covered({ text, plural, concepts }: Referent, from: number, to: number): ImpliedQuestion {
  return { text: `${plural ? "Are" : "Is"} ${text} covered?`, concepts, from, to };
}

function sentences(words: readonly Word[]): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  let start = 0;
  for (let i = 0; i < words.length; i++) {
    const mark = words[i]?.mark;
    if (mark !== "." && mark !== "?" && i < words.length - 1) continue;
    spans.push([start, i + 1]);
    start = i + 1;
  }
  return spans;
}
