import type { PolicyIndex } from "@live-copilot/shared/copilot";
import { buildSnapshot, type Snapshot } from "./build-snapshot.ts";
import { searchSnapshot } from "./search-snapshot.ts";

/**
 * The policy index in memory: BM25 over stems by MiniSearch. Empty until `rebuild`, which works in small steps and
 * puts the new state in place of the old at once; of two rebuilds at a time the one called last stays.
 */
export function createPolicyIndex(): PolicyIndex {
  let current: Snapshot | null = null;
  let builds = 0;
  return {
    search: async (query) => (current ? searchSnapshot(current, query) : []),
    related: async (clauses, scope) => current?.relatedTo(clauses, scope) ?? [],
    documentsInScope: async (scope) => current?.filterOf(scope).documents ?? 0,
    rebuild: async (clauses, synonyms) => {
      builds += 1;
      const build = builds;
      const snapshot = await buildSnapshot(clauses, synonyms);
      if (build === builds) current = snapshot;
    },
    async ping() {},
    async close() {},
  };
}
