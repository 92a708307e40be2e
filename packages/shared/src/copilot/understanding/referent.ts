import { type Mention, mentionsIn, mentionsOf } from "./mentions.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** What "it" stands for, with the determiner that a card writes. */
export interface Referent {
  readonly text: string;
  readonly plural: boolean;
  readonly concepts: readonly string[];
}

/** Where a pronoun may find what it stands for, nearest first. */
export interface Surroundings {
  readonly words: readonly Word[];
  /** Earlier turns, newest first. */
  readonly earlier: readonly string[];
}

/** Earlier turns that a pronoun may reach back to. */
const REACH = 6;

/** The thing named last before word `at` of the turn, else in the turns before it; null when nothing was named. */
export function referentBefore(from: Surroundings, at: number, vocabulary: Vocabulary): Referent | null {
  const here = nearest(mentionsIn(from.words.slice(0, at), vocabulary));
  if (here) return here;
  for (const text of from.earlier.slice(0, REACH)) {
    const found = nearest(mentionsOf(text, vocabulary));
    if (found) return found;
  }
  return null;
}

/** The last thing that is not only a place; of two beside each other the one that the words are about. */
function nearest(mentions: readonly Mention[]): Referent | null {
  const things = mentions.filter(({ place }) => !place);
  const last = things.at(-1);
  return last ? referentOf(last) : null;
}

export function referentOf({ text, plural, concepts }: Mention): Referent {
  return { text: `the ${text}`, plural, concepts };
}
