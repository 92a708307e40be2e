import { GENERAL_THINGS, NO_THINGS, PERSONS } from "./lexicon/general-things.ts";
import { AUXILIARIES, PREPOSITIONS, STATEMENT_VERBS, STOP_WORDS } from "./lexicon/grammar.ts";
import { type Mention, mentionsIn, mentionsOf } from "./mentions.ts";
import { stem } from "./stem.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { type Word, wordsOf } from "./words.ts";

/** What "it" stands for, with the determiner that a card writes. */
export interface Referent {
  readonly text: string;
  readonly plural: boolean;
  readonly concepts: readonly string[];
  /** The thing it is a part of, where it is a part; else itself. */
  readonly whole: string;
  /** What it is; "unknown" where no vocabulary has it. */
  readonly sort: Mention["sort"] | "unknown";
}

/** Where a pronoun may find what it stands for. */
export interface Surroundings {
  readonly words: readonly Word[];
  /** Earlier turns, newest first. */
  readonly earlier: readonly string[];
  /** Questions on cards, newest first: they say which thing a part belongs to. */
  readonly asked?: readonly string[];
}

/** What is known beside the words: see Surroundings. */
export type Known = Omit<Surroundings, "words"> & { readonly vocabulary: Vocabulary };

/** Earlier turns that a pronoun may reach back to. */
const REACH = 6;

/**
 * The thing named last before word `at` of the turn, else in the turns before it; null when nothing was named. A
 * thing that no vocabulary knows counts where the turn itself names it.
 */
export function referentBefore(from: Surroundings, at: number, vocabulary: Vocabulary): Referent | null {
  const here = from.words.slice(0, at);
  const found = lastThing(mentionsIn(here, vocabulary), { ...from, vocabulary });
  return found ?? unknownThing(here) ?? earlierThing({ ...from, vocabulary });
}

function earlierThing(known: Known): Referent | null {
  for (const [i, text] of known.earlier.slice(0, REACH).entries()) {
    const found = lastThing(mentionsOf(text, known.vocabulary), {
      ...known,
      earlier: known.earlier.slice(i + 1),
    });
    if (found) return found;
  }
  return null;
}

/** The last thing that is not only a place, before the house around it; a part with the thing that it belongs to. */
function lastThing(mentions: readonly Mention[], known: Known): Referent | null {
  const things = mentions.filter(({ place }) => !place);
  const last = things.findLast(({ sort }) => sort !== "surface") ?? things.at(-1);
  return last ? withOwner(last, things.slice(0, things.indexOf(last)), known) : null;
}

/** A part of one word means little alone: "the compressor" is "the AC's compressor" where an AC was spoken of. */
export function withOwner(mention: Mention, named: readonly Mention[], known: Known): Referent {
  if (mention.sort !== "part" || mention.text.includes(" ")) return referentOf(mention);
  const isOwner = ({ sort, place, concepts }: Mention) =>
    sort === "item" && !place && !concepts.includes("heating");
  let owner = named.findLast(isOwner);
  for (const text of owner ? [] : (known.asked ?? [])) {
    const about = mentionsOf(text, known.vocabulary).find((one) =>
      one.concepts.includes(mention.concepts[0] ?? ""),
    );
    if (about) return referentOf(about);
  }
  for (const text of [...(known.asked ?? []).slice(0, 1), ...known.earlier.slice(0, REACH)]) {
    owner ??= mentionsOf(text, known.vocabulary).findLast(isOwner);
  }
  if (!owner) return referentOf(mention);
  return {
    text: owned(owner, mention),
    plural: mention.plural,
    concepts: [...owner.concepts, ...mention.concepts],
    whole: `the ${owner.text}`,
    sort: "part",
  };
}

/** "The AC's compressor"; an owner that says where it is comes after: "the valve of the sprinklers in the yard". */
function owned(owner: Mention, part: Mention): string {
  return /\s(?:in|on|of|under|at|for)\s/.test(owner.text)
    ? `the ${part.text} of the ${owner.text}`
    : `the ${owner.text}${owner.plural ? "'" : "'s"} ${part.text}`;
}

export function referentOf({ text, plural, concepts, whole, sort }: Mention): Referent {
  return { text: `the ${text}`, plural, concepts, whole: `the ${whole}`, sort };
}

/**
 * A matter of the contract or the house that is named after the last thing ("the fee", "the place"): what "it" means
 * where coverage is not asked. Null where a thing comes after it, or nothing was named.
 */
export function matterBefore(from: Surroundings, at: number, vocabulary: Vocabulary): string | null {
  const texts = [from.words.slice(0, at), ...from.earlier.slice(0, REACH).map((text) => wordsOf(text))];
  for (const words of texts) {
    const matter = words.findLastIndex(isMatter);
    const thing = mentionsIn(words, vocabulary).findLast(({ place }) => !place)?.from ?? -1;
    if (matter > thing) return words[matter]?.text ?? null;
    if (thing >= 0) return null;
  }
  return null;
}

function isMatter({ text }: Word, at: number, words: readonly Word[]): boolean {
  return GENERAL_THINGS.has(text) && /^(?:the|my|our|your|this|that|a)$/.test(words[at - 1]?.text ?? "");
}

/** "There's the little robot that …": the first thing that the nearest sentence names behind a determiner. */
function unknownThing(words: readonly Word[]): Referent | null {
  let start = words.length - 1;
  while (start > 0 && words[start - 1]?.mark !== "." && words[start - 1]?.mark !== "?") start--;
  const found = namedIn(words.slice(start)) ?? namedIn(words.slice(Math.max(0, start - 25), start));
  return found;
}

const LEADS = /^(?:the|my|our|a|an)$/;

function namedIn(words: readonly Word[]): Referent | null {
  for (let i = 0; i < words.length - 1; i++) {
    if (!LEADS.test(words[i]?.text ?? "") || PREPOSITIONS.has(words[i - 1]?.text ?? "")) continue;
    let to = i + 1;
    while (to < Math.min(words.length, i + 4) && isNominal(words[to]) && words[to - 1]?.mark === "") to++;
    const head = words[to - 1]?.text ?? "";
    const name = words.slice(i + 1, to);
    if (to === i + 1 || GENERAL_THINGS.has(head) || NO_THINGS.has(head)) continue;
    if (name.some(({ text }) => PERSONS.has(text))) continue;
    const text = words
      .slice(i + 1, to)
      .map((word) => word.shown)
      .join(" ");
    const concepts = [stem(head)];
    return {
      text: `the ${text}`,
      plural: /[^su]s$/.test(head),
      concepts,
      whole: `the ${text}`,
      sort: "unknown",
    };
  }
  return null;
}

function isNominal(word: Word | undefined): boolean {
  const text = word?.text ?? "";
  if (text.length < 3 || STOP_WORDS.has(text) || PREPOSITIONS.has(text) || AUXILIARIES.has(text))
    return false;
  return !STATEMENT_VERBS.has(text) && !/(?:ed|ing|ly)$/.test(text) && /^[\p{L}-]+$/u.test(text);
}
