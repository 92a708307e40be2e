import type { LibrarySnapshot } from "../library/library-snapshot.ts";
import { isContent, stemOf, wordsOf } from "./terms.ts";

/** Weight of a word of the caller's situation against one of the question. */
const SITUATION_WEIGHT = 0.3;
/** Weight of a word that sounds as the caller's does, which the library does not know. */
const ALIKE = 0.8;
/** Words of the situation that count: the last ones, which stand nearest the question, and of those the rarest. */
const LAST_WORDS = 80;
const SITUATION_WORDS = 20;
const QUESTION_WORDS = 60;
const MIN_FUZZY_LENGTH = 6;

export interface WeighedTerm {
  readonly weight: number;
  /** Whether near spellings count too: a word that the library does not know was misheard or misspelt. */
  readonly fuzzy: boolean;
}

/** What to search by: stems with their weights, the question's own first. */
export function weighQuery(
  { text, situation }: { readonly text: string; readonly situation: string },
  { synonyms: book, vocabulary, sounds }: Pick<LibrarySnapshot, "synonyms" | "vocabulary" | "sounds">,
): ReadonlyMap<string, WeighedTerm> {
  const terms = new Map<string, WeighedTerm>();
  const add = (word: string, weight: number) => {
    const term = stemOf(word);
    const known = vocabulary.has(term);
    if (!known) {
      for (const other of sounds.alike(term)) terms.set(other, { weight: weight * ALIKE, fuzzy: false });
    }
    if (!known && word.length < MIN_FUZZY_LENGTH) return;
    terms.set(term, { weight: (terms.get(term)?.weight ?? 0) + weight, fuzzy: !known });
  };
  const words = wordsOf(text);
  const asked = [...new Set(words.filter(isContent))].slice(0, QUESTION_WORDS);
  for (const word of asked) add(word, 1);
  for (const [term, weight] of book.expand(words)) {
    if (!terms.has(term)) terms.set(term, { weight, fuzzy: false });
  }
  for (const word of rarest(situation, vocabulary)) add(word, SITUATION_WEIGHT);
  return terms;
}

/** The words of a situation that tell clauses apart; the library does not have the others, or has them everywhere. */
function rarest(situation: string, vocabulary: ReadonlyMap<string, number>): readonly string[] {
  const words = [...new Set(wordsOf(situation).filter(isContent))].slice(-LAST_WORDS);
  const count = (word: string) => vocabulary.get(stemOf(word)) ?? 0;
  const known = words.filter((word) => count(word) > 0);
  return known.toSorted((a, b) => count(a) - count(b)).slice(0, SITUATION_WORDS);
}
