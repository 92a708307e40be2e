import { isFunctionWord } from "./function-words.ts";
import type { Family, Lexicon } from "./lexicon.ts";
import type { Token } from "./tokens.ts";

/** A word or phrase of a text as texts are compared by. `[from, to)` are indexes into its tokens. */
export interface Term {
  /** A concept's id, or the stem of a word that no concept has. */
  readonly id: string;
  /** Whether the lexicon knows it. */
  readonly known: boolean;
  readonly from: number;
  readonly to: number;
}

/** The things that the words name, longest names first where they overlap; other content words stand by their stem. */
export function termsOf(tokens: readonly Token[], lexicon: Lexicon): Term[] {
  const stems = tokens.map(({ stem }) => stem);
  const terms: Term[] = [];
  for (let at = 0; at < stems.length; ) {
    const found = lexicon.books.things.longestAt(stems, at);
    const stem = stems[at] ?? "";
    const length = found?.length ?? 1;
    if (found) terms.push({ id: found.value, known: true, from: at, to: at + length });
    else if (!isFunctionWord(stem)) terms.push({ id: stem, known: false, from: at, to: at + 1 });
    at += length;
  }
  return terms;
}

/** A phrase of one family that stands in a text; `[from, to)` are indexes into its tokens. */
export interface Mention {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Where phrases of a family stand, longest first where they overlap. */
export function mentionsOf(tokens: readonly Token[], family: Family, lexicon: Lexicon): Mention[] {
  const stems = tokens.map(({ stem }) => stem);
  const mentions: Mention[] = [];
  for (let at = 0; at < stems.length; ) {
    const found = lexicon.books[family].longestAt(stems, at);
    if (found) mentions.push({ id: found.value, from: at, to: at + found.length });
    at += found?.length ?? 1;
  }
  return mentions;
}
