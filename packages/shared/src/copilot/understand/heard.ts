import type { ContractBook } from "../contract/contract-book.ts";
import { stemOf, type Token } from "../language/tokens.ts";
import { type Word, wordsOf } from "../language/words.ts";
import { withoutFillers } from "./clean-speech.ts";
import { plainText } from "./plain-text.ts";

/** The words of some speech, ready to be read: each word and its token stand at the same index. */
export interface Heard {
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
}

/**
 * Words of one turn that are read, the last ones: a turn is seconds of speech or a few lines of chat, and what is longer
 * must not hold up everybody else.
 */
const MOST_WORDS = 250;
const MOST_CHARACTERS = 3000;

/** Reads the words of texts in a row, one for each segment. */
export function hear(texts: readonly string[]): Heard {
  const spoken = texts.flatMap((text, segment) =>
    wordsOf(plainText(text.slice(-MOST_CHARACTERS)), segment).flatMap(unjoined),
  );
  const words = withoutFillers(spoken.slice(-MOST_WORDS));
  const tokens = words.map(({ text }, at) => ({
    text,
    stem: stemOf(text.replace(/['’]s?$/, "")),
    start: at,
    end: at + 1,
  }));
  return { words, tokens };
}

/** Words that a hyphen or a slash joins are words of their own, as in the contract. */
function unjoined(word: Word): readonly Word[] {
  const parts = word.text.split(/[-/]/).filter(Boolean);
  if (parts.length < 2) return [word];
  return parts.map((text, i) => ({
    ...word,
    text,
    shown: text,
    mark: i === parts.length - 1 ? word.mark : ("" as const),
  }));
}

/** What reading needs of the library. */
export type Reading = Pick<ContractBook, "lexicon" | "plans" | "heads">;
