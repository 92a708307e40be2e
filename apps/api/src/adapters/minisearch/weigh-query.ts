import type { SynonymBook } from "./synonym-book.ts";
import { isContent, stemOf, wordsOf } from "./terms.ts";

/** Weight of a word of the caller's situation against one of the question. */
const SITUATION_WEIGHT = 0.3;
const SYNONYM_WEIGHT = 0.6;
/** Different words of the situation that count, the last ones: they stand nearest the question. */
const SITUATION_WORDS = 60;
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
  book: SynonymBook,
  vocabulary: ReadonlySet<string>,
): ReadonlyMap<string, WeighedTerm> {
  const terms = new Map<string, WeighedTerm>();
  const add = (word: string, weight: number) => {
    const term = stemOf(word);
    const known = vocabulary.has(term);
    if (!known && word.length < MIN_FUZZY_LENGTH) return;
    terms.set(term, { weight: (terms.get(term)?.weight ?? 0) + weight, fuzzy: !known });
  };
  const words = wordsOf(text);
  const asked = [...new Set(words.filter(isContent))].slice(0, QUESTION_WORDS);
  for (const word of asked) add(word, 1);
  for (const [term, weight] of book.expand(words)) {
    if (!terms.has(term)) terms.set(term, { weight: weight * SYNONYM_WEIGHT, fuzzy: false });
  }
  const around = [...new Set(wordsOf(situation).filter(isContent))].slice(-SITUATION_WORDS);
  for (const word of around) add(word, SITUATION_WEIGHT);
  return terms;
}
