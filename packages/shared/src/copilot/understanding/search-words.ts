import { CAUSES } from "./lexicon/general-things.ts";
import { FILLERS, STOP_WORDS } from "./lexicon/grammar.ts";
import { SEARCH_HINTS } from "./lexicon/search-hints.ts";
import type { TurnInput } from "./reading.ts";
import { termAt, type Vocabulary } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";

/** Words that one search gets. */
const WORDS = 24;
/** Characters of the case that go beside a question, and earlier turns that they come from. */
const SITUATION = 600;
const TURNS = 4;

/** The words that carry what a text is about, each once; misheard names as the library writes them. */
export function searchWords(text: string, vocabulary: Vocabulary): string {
  const words = wordsOf(text);
  const kept = new Set<string>();
  for (let i = 0; i < words.length && kept.size < WORDS; i++) {
    const found = termAt(vocabulary, words, i);
    if (found) {
      const said = words.slice(i, i + found.length).map((word) => word.text);
      kept.add((found.term.written ?? said.join(" ")).toLowerCase());
      i += found.length - 1;
      continue;
    }
    const word = words[i]?.text ?? "";
    if (!STOP_WORDS.has(word) && !FILLERS.has(word)) kept.add(word);
  }
  return [...kept].join(" ");
}

/** The words of a turn that say why something failed. */
export function causesIn(words: readonly { readonly text: string }[]): string {
  return words
    .map(({ text }) => text)
    .filter((text) => CAUSES.has(text))
    .join(" ");
}

/** The contract's words for what was asked in a caller's. */
export function hintsFor(text: string): string {
  const lower = text.toLowerCase();
  return SEARCH_HINTS.flatMap(([pattern, words]) => (pattern.test(lower) ? [words] : [])).join(" ");
}

/** The facts around a question: this turn and what the caller said shortly before. */
export function situationOf({ segments, before }: TurnInput): string {
  const told = before.filter(({ speaker }) => speaker === "CUSTOMER").slice(-TURNS);
  const text = [...told, ...segments].map((one) => one.text.trim()).join(" ");
  return text.length > SITUATION ? text.slice(-SITUATION).replace(/^\S*\s/, "") : text;
}
