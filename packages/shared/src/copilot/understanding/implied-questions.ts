import { FAILED, PROMISED, REFUND_WANTED, WANTS_SERVICE } from "./lexicon/failures.ts";
import { type Mention, mentionsIn } from "./mentions.ts";
import { type Referent, referentBefore, referentOf, type Surroundings } from "./referent.ts";
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

/** Things beside which a word of failure means something else. */
const NEAR = 9;
const PRONOUN = /\b(?:it|they|this|that|one)\b/;

/** What the statements of a turn imply: that a failed thing is covered, that a promise holds. */
export function impliedQuestions(from: Surroundings, vocabulary: Vocabulary): readonly ImpliedQuestion[] {
  const found: ImpliedQuestion[] = [];
  for (const [start, end] of sentences(from.words)) {
    const words = from.words.slice(start, end);
    const text = joined(words);
    const things = mentionsIn(words, vocabulary).filter(({ place }) => !place);
    if (REFUND_WANTED.test(text)) {
      found.push({ text: "Can the customer get a refund?", concepts: ["refund"], from: start, to: end });
      continue;
    }
    if (PROMISED.test(text)) {
      const thing = things[0] ? referentOf(things[0]) : referentBefore(from, start, vocabulary);
      if (thing) found.push(covered(thing, start, end));
      continue;
    }
    const failed = things.find((thing) => isFailed(words, thing)) ?? null;
    if (failed) found.push(covered(referentOf(failed), start, end));
    else if (things.length === 0 && FAILED.test(text) && PRONOUN.test(text)) {
      const thing = referentBefore(from, start, vocabulary);
      if (thing) found.push(covered(thing, start, end));
    }
  }
  return found.filter((one, i) => found.findIndex(({ text }) => text === one.text) === i);
}

function covered({ text, plural, concepts }: Referent, from: number, to: number): ImpliedQuestion {
  return { text: `${plural ? "Are" : "Is"} ${text} covered?`, concepts, from, to };
}

/** Whether a word of failure stands near the thing, or a wish to have it seen to. */
function isFailed(words: readonly Word[], { from, to }: Mention): boolean {
  const around = joined(words.slice(Math.max(0, from - NEAR), to + NEAR));
  return FAILED.test(around) || WANTS_SERVICE.test(joined(words.slice(0, to + NEAR)));
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
