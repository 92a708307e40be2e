import type { PolicyHit } from "@live-copilot/shared";
import { type PolicyQuery, termsOf } from "@live-copilot/shared/copilot";
import { fuseHits } from "./fuse-hits.ts";
import { queryText } from "./query-text.ts";
import type { FoundRows, TogetherQuery } from "./search-together.ts";
import type { MilvusSnapshot } from "./take-library.ts";

/**
 * Rows asked for beyond the clauses that are wanted: the scope's weights bring some up from behind, and rows that
 * another server wrote or has not deleted yet are none of this library's.
 */
const SPARE = 20;

export interface LibrarySearch {
  readonly findRows: (query: TogetherQuery) => Promise<FoundRows>;
  /** 0 to 1; see `fuseHits`. */
  readonly denseWeight: number;
}

/** The clauses of the scope that are near the query, best first. Rejects with UNAVAILABLE. */
export function searchLibrary(
  search: LibrarySearch,
  snapshot: MilvusSnapshot,
  query: PolicyQuery,
): Promise<readonly PolicyHit[]> {
  const filter = snapshot.filterOf(query.scope);
  return snapshot.memory.recall(filter, query, async () => {
    if (filter.documents === 0 || termsOf(`${query.text} ${query.situation}`).length === 0) return [];
    const { words, dense } = await search.findRows({
      filter: snapshot.expressionOf(query.scope),
      limit: 2 * query.limit + SPARE,
      words: queryText(query, snapshot),
      text: query.text,
      situation: query.situation,
    });
    return [...fuseHits(words, dense, search.denseWeight)]
      .map(([id, score]) => {
        const position = snapshot.positions.get(id) ?? -1;
        return { position, score: score * (filter.weights[position] ?? 0) };
      })
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || a.position - b.position)
      .slice(0, query.limit)
      .flatMap(({ position, score }): PolicyHit[] => {
        const clause = snapshot.clauses[position];
        return clause ? [{ ...clause, score }] : [];
      });
  });
}
