import { GENERAL_THINGS, NO_THINGS } from "./lexicon/general-things.ts";
import { AUXILIARIES, PREPOSITIONS, STATEMENT_VERBS, STOP_WORDS } from "./lexicon/grammar.ts";
import { type Mention, mentionsIn, mentionsOf } from "./mentions.ts";
import { stem } from "./stem.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { Word } from "./words.ts";

/** What "it" stands for, with the determiner that a card writes. */
export interface Referent {
  readonly text: string;
  readonly plural: boolean;
  readonly concepts: readonly string[];
  /** The thing it is a part of, where it is a part; else itself. */
  readonly whole: string;
}

/** Where a pronoun may find what it stands for. */
export interface Surroundings {
  readonly words: readonly Word[];
  /** Earlier turns, newest first. */
  readonly earlier: readonly string[];
}

/** Earlier turns that a pronoun may reach back to. */
const REACH = 6;

/**
 * The thing named last before word `at` of the turn, else in the turns before it; null when nothing was named. A
 * thing that no vocabulary knows counts where the turn itself names it.
 */
export function referentBefore(from: Surroundings, at: number, vocabulary: Vocabulary): Referent | null {
  const here = from.words.slice(0, at);
  const found = lastThing(mentionsIn(here, vocabulary), from.earlier, vocabulary);
  return found ?? unknownThing(here) ?? earlierThing(from.earlier, vocabulary);
}

function earlierThing(earlier: readonly string[], vocabulary: Vocabulary): Referent | null {
  for (const [i, text] of earlier.slice(0, REACH).entries()) {
    const found = lastThing(mentionsOf(text, vocabulary), earlier.slice(i + 1), vocabulary);
    if (found) return found;
  }
  return null;
}

/** The last thing that is not only a place; a part with the thing that it belongs to. */
function lastThing(
  mentions: readonly Mention[],
  earlier: readonly string[],
  vocabulary: Vocabulary,
): Referent | null {
  const things = mentions.filter(({ place }) => !place);
  const last = things.at(-1);
  return last ? withOwner(last, things.slice(0, -1), { earlier, vocabulary }) : null;
}

/** A part of one word means little alone: "the compressor" is "the AC's compressor" where an AC was spoken of. */
export function withOwner(
  mention: Mention,
  named: readonly Mention[],
  known: { readonly earlier: readonly string[]; readonly vocabulary: Vocabulary },
): Referent {
  if (mention.sort !== "part" || mention.text.includes(" ")) return referentOf(mention);
  const isOwner = ({ sort, place }: Mention) => sort === "item" && !place;
  let owner = named.findLast(isOwner);
  for (const text of known.earlier.slice(0, REACH)) {
    owner ??= mentionsOf(text, known.vocabulary).findLast(isOwner);
  }
  if (!owner) return referentOf(mention);
  return {
    text: `the ${owner.text}${owner.plural ? "'" : "'s"} ${mention.text}`,
    plural: mention.plural,
    concepts: [...owner.concepts, ...mention.concepts],
    whole: `the ${owner.text}`,
  };
}

export function referentOf({ text, plural, concepts, whole }: Mention): Referent {
  return { text: `the ${text}`, plural, concepts, whole: `the ${whole}` };
}

/** The thing or matter named last, of whatever sort: what "it" means where coverage is not asked. */
export function generalBefore(words: readonly Word[], at: number): string | null {
  for (let i = at - 1; i >= 0; i--) {
    if (GENERAL_THINGS.has(words[i]?.text ?? "")) return words[i]?.text ?? null;
  }
  return null;
}

/** "There's the little robot that …": the first thing that the nearest sentence names behind a determiner. */
function unknownThing(words: readonly Word[]): Referent | null {
  let start = words.length - 1;
  while (start > 0 && words[start - 1]?.mark !== "." && words[start - 1]?.mark !== "?") start--;
  const found = namedIn(words.slice(start)) ?? namedIn(words.slice(Math.max(0, start - 25), start));
  return found;
}

const LEADS = /^(?:the|my|our|a|an|one|this|that)$/;

function namedIn(words: readonly Word[]): Referent | null {
  for (let i = 0; i < words.length - 1; i++) {
    if (!LEADS.test(words[i]?.text ?? "")) continue;
    let to = i + 1;
    while (to < Math.min(words.length, i + 4) && isNominal(words[to]) && words[to - 1]?.mark === "") to++;
    const head = words[to - 1]?.text ?? "";
    if (to === i + 1 || NO_THINGS.has(head) || GENERAL_THINGS.has(head)) continue;
    const text = words
      .slice(i + 1, to)
      .map((word) => word.shown)
      .join(" ");
    const concepts = [stem(head)];
    return { text: `the ${text}`, plural: /[^su]s$/.test(head), concepts, whole: `the ${text}` };
  }
  return null;
}

function isNominal(word: Word | undefined): boolean {
  const text = word?.text ?? "";
  if (text.length < 3 || STOP_WORDS.has(text) || PREPOSITIONS.has(text) || AUXILIARIES.has(text))
    return false;
  return !STATEMENT_VERBS.has(text) && !/(?:ed|ing|ly)$/.test(text) && /^[\p{L}-]+$/u.test(text);
}
