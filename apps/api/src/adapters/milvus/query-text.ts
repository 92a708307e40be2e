import { type LibrarySnapshot, type WeighedTerm, weighQuery } from "@live-copilot/shared/copilot";
import { nearWords } from "./near-words.ts";

/** How often a term of weight 1 is said: BM25 counts a query's word as often as it stands there. */
const TIMES = 10;

/**
 * The text to search by. Its words carry their weights by being repeated, in steps of a tenth, so that one search
 * does what MiniSearch does with weights. Empty where the library has none of the words.
 */
export function queryText(
  query: { readonly text: string; readonly situation: string },
  snapshot: Pick<LibrarySnapshot, "synonyms" | "vocabulary" | "sounds">,
): string {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, (weights.get(term) ?? 0) + weight);
  for (const [term, { weight, fuzzy }] of weighQuery(query, snapshot)) {
    for (const [word, share] of spellings(term, fuzzy, snapshot.vocabulary)) add(word, weight * share);
  }
  return [...weights]
    .map(([term, weight]) => `${term} `.repeat(Math.max(1, Math.round(weight * TIMES))))
    .join("");
}

function spellings(
  term: string,
  fuzzy: WeighedTerm["fuzzy"],
  vocabulary: ReadonlyMap<string, number>,
): Iterable<readonly [string, number]> {
  if (fuzzy) return nearWords(term, vocabulary.keys());
  return vocabulary.has(term) ? [[term, 1]] : [];
}
