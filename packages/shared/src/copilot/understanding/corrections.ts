import { mentionsIn } from "./mentions.ts";
import { kindOf } from "./question-kind.ts";
import type { AskedBefore } from "./reading.ts";
import { type Referent, referentBefore, referentOf } from "./referent.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { joined, type Word } from "./words.ts";

/** A turn that puts another thing, or a narrower one, in the place of what was asked. */
export interface Correction {
  readonly cardId: string;
  /** The question as it is meant now. */
  readonly text: string;
  readonly thing: Referent;
  /** Indexes into the turn's words: [from, to). */
  readonly from: number;
  readonly to: number;
}

const CUE =
  /\b(?:(?:no|sorry|wait|actually|oh|well) )*(?:i (?:mean|meant|was talking about|am talking about|was asking about|am asking about|should have said)|not (?:the|that|my) (?:\w+ ){1,3}(?:but )?(?:the|my)|no wait|or rather|i am sorry the|(?:the|my) (?:\w+ ){1,4}i (?:mean|meant))\b/;
const AS_PHRASE =
  /\b(?:you know what i mean|if you know what i mean|i mean come on|what i mean is|i mean (?:i|it is|it|who|what|he|she|they|that|this is|you|we|could|fair|either)\b)/;

/** The correction in a turn of the newest question, or null. A figure of speech ("you know what I mean") is none. */
export function correctionIn(
  words: readonly Word[],
  asked: readonly AskedBefore[],
  vocabulary: Vocabulary,
): Correction | null {
  const newest = asked.findLast(({ status }) => status !== "withdrawn" && status !== "failed");
  const text = joined(words);
  if (!newest || AS_PHRASE.test(text)) return null;
  const cue = CUE.exec(text);
  if (!cue) return null;
  const thing = meant(words, newest, vocabulary);
  if (!thing) return null;
  const before = referentBefore({ words: [], earlier: [newest.question.text] }, 0, vocabulary);
  const rewritten = replaceThing(newest.question.text, before, thing);
  return rewritten && rewritten !== newest.question.text
    ? { cardId: newest.cardId, text: rewritten, thing, from: 0, to: words.length }
    : null;
}

/** What the caller means now: a thing by its name, or "the one in the garage" of the thing asked about. */
function meant(words: readonly Word[], newest: AskedBefore, vocabulary: Vocabulary): Referent | null {
  const text = joined(words);
  const one =
    /\b(?:the|my) (?:(\w+) )?one(?:s)?(?: ((?:in|on|under|at|by) (?:the|my|our) \w+(?: room)?|upstairs|downstairs|outside|inside))?\b/.exec(
      text,
    );
  if (one && (one[1] || one[2])) {
    const before = referentBefore({ words: [], earlier: [newest.question.text] }, 0, vocabulary);
    if (!before) return null;
    const bare = before.whole.replace(/^the /, "");
    const place = one[2]?.replace(/\b(?:my|our)\b/, "the");
    const named = `the ${[one[1], bare, place].filter(Boolean).join(" ")}`;
    const qualifier = (one[1] ?? place?.split(" ").at(-1) ?? "").trim();
    return {
      text: named,
      plural: before.plural,
      concepts: [...before.concepts, qualifier],
      whole: named,
      sort: before.sort,
    };
  }
  const thing = mentionsIn(words, vocabulary)
    .filter(({ place }) => !place)
    .at(-1);
  return thing ? referentOf(thing) : null;
}

function replaceThing(question: string, before: Referent | null, now: Referent): string | null {
  if (before && question.includes(before.text.replace(/^the /, ""))) {
    const bare = before.text.replace(/^the /, "");
    const swapped = question.replace(new RegExp(`(?:the )?${literally(bare)}`, "i"), now.text);
    return now.plural === before.plural
      ? swapped
      : swapped.replace(/^(?:Is|Are)\b/, now.plural ? "Are" : "Is");
  }
  return kindOf(question) === "coverage" ? `${now.plural ? "Are" : "Is"} ${now.text} covered?` : null;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
