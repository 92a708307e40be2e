import type { PolicyHit } from "@live-copilot/shared";
import type { PolicyQuery } from "@live-copilot/shared/copilot";
import type { ScopeFilter } from "./scope-filter.ts";

const SEARCHES_KEPT = 64;

/** The last searches of each scope whose words come again and again, with what they found. */
export interface SearchMemory {
  /** What this search found; asked of `search` where it is not known. */
  recall(filter: ScopeFilter, query: PolicyQuery, search: () => readonly PolicyHit[]): readonly PolicyHit[];
}

/**
 * A search without a situation is one of a few fixed ones (a clause on cancellation, on pests) that calls share; one
 * with a situation hardly comes twice and is not kept. A filter that goes takes its searches along.
 */
export function createSearchMemory(): SearchMemory {
  const byScope = new WeakMap<ScopeFilter, Map<string, readonly PolicyHit[]>>();
  return {
    recall(filter, { text, situation, limit }, search) {
      if (situation !== "") return search();
      const kept = byScope.get(filter) ?? new Map<string, readonly PolicyHit[]>();
      byScope.set(filter, kept);
      const key = `${limit}\n${text}`;
      const hits = kept.get(key) ?? search();
      kept.delete(key);
      kept.set(key, hits);
      const [oldest] = kept.keys();
      if (kept.size > SEARCHES_KEPT && oldest !== undefined) kept.delete(oldest);
      return hits;
    },
  };
}
