import type { PolicyHit } from "../../../domain/clause.ts";
import type { PolicyQuery } from "../../ports.ts";
import type { ScopeFilter } from "../scope-filter.ts";

const SEARCHES_KEPT = 128;

type Found = Promise<readonly PolicyHit[]>;

/** The last searches of each scope whose words come again and again, with what they found. */
export interface SearchMemory {
  /** What this search found or is finding; asked of `search` where it is not known. One that failed or found nothing is not kept. */
  recall(filter: ScopeFilter, query: PolicyQuery, search: () => Found): Found;
}

/**
 * A search without a situation is one of a few fixed ones (a clause on cancellation, on pests) that calls share; one
 * with a situation hardly comes twice and is not kept. A filter that goes takes its searches along.
 */
export function createSearchMemory(): SearchMemory {
  const byScope = new WeakMap<ScopeFilter, Map<string, Found>>();
  return {
    recall(filter, { text, situation, limit }, search) {
      if (situation !== "") return search();
      const kept = byScope.get(filter) ?? new Map<string, Found>();
      byScope.set(filter, kept);
      const key = `${limit}\n${text}`;
      const hits = kept.get(key) ?? search();
      kept.delete(key);
      kept.set(key, hits);
      const forget = () => kept.get(key) === hits && kept.delete(key);
      hits.then((found) => found.length > 0 || forget(), forget);
      const [oldest] = kept.keys();
      if (kept.size > SEARCHES_KEPT && oldest !== undefined) kept.delete(oldest);
      return hits;
    },
  };
}
