import type { Synonyms } from "../../ports.ts";
import { createSynonymBook, type SynonymBook } from "./synonym-book.ts";
import { termsOf } from "./terms.ts";

/** The words of a library, noted while its clauses are indexed. */
export interface WordBook {
  /** Takes a clause's words in; gives the terms to index it by. Each clause once. */
  note(text: string): readonly string[];
  /** In how many of the clauses each stem stands. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly synonyms: SynonymBook;
}

/** An empty book; `groups` are the words that mean the same in this library. */
export function createWordBook(groups: Synonyms): WordBook {
  const vocabulary = new Map<string, number>();
  const synonyms = createSynonymBook(groups);
  return {
    note(text) {
      synonyms.note(text);
      const terms = termsOf(text);
      for (const term of new Set(terms)) vocabulary.set(term, (vocabulary.get(term) ?? 0) + 1);
      return terms;
    },
    vocabulary,
    synonyms,
  };
}
