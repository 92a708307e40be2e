import type { PolicyHit } from "@live-copilot/shared";
import { type PolicyQuery, type ScopeFilter, weighQuery } from "@live-copilot/shared/copilot";
import type { Snapshot } from "./build-snapshot.ts";

/** BM25+ with little credit for a word's repetition, as measured (docs/decisions/0007). */
const BM25 = { k: 0.4, b: 0.5, d: 0.5 };
/** Share of a word's letters that may differ where the library does not know it. */
const FUZZY = 0.2;

/** The clauses of the scope that hold words of the query, best first. */
export function searchSnapshot(snapshot: Snapshot, query: PolicyQuery): Promise<readonly PolicyHit[]> {
  const filter = snapshot.filterOf(query.scope);
  return snapshot.memory.recall(filter, query, async () => searchAfresh(snapshot, filter, query));
}

function searchAfresh(
  snapshot: Snapshot,
  { weights }: ScopeFilter,
  query: PolicyQuery,
): readonly PolicyHit[] {
  const terms = weighQuery(query, snapshot);
  if (terms.size === 0) return [];
  const found = snapshot.engine.search([...terms.keys()].join(" "), {
    tokenize: (text) => text.split(" "),
    bm25: BM25,
    boostTerm: (term) => terms.get(term)?.weight ?? 0,
    boostDocument: (position) => weights[position] ?? 0,
    fuzzy: (term) => (terms.get(term)?.fuzzy ? FUZZY : false),
  });
  // The engine multiplies a score by the number of words found, which favours long clauses: taken back here.
  const scored = found.map(({ id, score, queryTerms }) => ({ id, score: score / queryTerms.length }));
  return scored
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, query.limit)
    .flatMap(({ id, score }): PolicyHit[] => {
      const clause = snapshot.clauses[id];
      return clause ? [{ ...clause, score }] : [];
    });
}
