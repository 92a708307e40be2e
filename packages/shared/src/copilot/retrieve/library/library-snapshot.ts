import type { PolicyClause } from "../../../domain/clause.ts";
import type { PolicyScope } from "../../ports.ts";
import { createScopeFilters, type ScopeFilter } from "../scope-filter.ts";
import { createSounds, type Sounds } from "../terms/sounds.ts";
import type { SynonymBook } from "../terms/synonym-book.ts";
import type { WordBook } from "../terms/word-book.ts";
import { createRelations } from "./related-clauses.ts";
import { createSearchMemory, type SearchMemory } from "./search-memory.ts";

/**
 * What any index knows of one state of the library beside its engine: which clauses answer in a scope, what belongs
 * together, which words there are. It is never changed, only replaced.
 */
export interface LibrarySnapshot {
  readonly clauses: readonly PolicyClause[];
  /** In how many clauses each stem stands. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly sounds: Sounds;
  readonly synonyms: SynonymBook;
  readonly filterOf: (scope: PolicyScope) => ScopeFilter;
  readonly memory: SearchMemory;
  /** What may have to be read with these clauses, as `PolicyIndex.related` says. */
  relatedTo(clauses: readonly PolicyClause[], scope: PolicyScope): readonly PolicyClause[];
}

/** Takes the picture; `words` has noted every clause by its `indexedText`. */
export function takeSnapshot(
  clauses: readonly PolicyClause[],
  { vocabulary, synonyms }: WordBook,
): LibrarySnapshot {
  const filterOf = createScopeFilters(clauses);
  const relations = createRelations(clauses);
  return {
    clauses,
    vocabulary,
    sounds: createSounds(vocabulary.keys()),
    synonyms,
    filterOf,
    memory: createSearchMemory(),
    relatedTo(some, scope) {
      const { weights, planClauses } = filterOf(scope);
      const positions = new Set([...some.flatMap(relations), ...planClauses]);
      return [...positions]
        .filter((position) => weights[position])
        .flatMap((position) => clauses[position] ?? []);
    },
  };
}

/**
 * The text by which a clause is found. The headings are part of it: a clause often leaves out what they have said. As
 * a field of their own they outweigh it, since BM25 takes a short field's words for weighty (measured: R@1 .70 → .67).
 */
export function indexedText({ text, section }: PolicyClause): string {
  return `${section}\n${text}`;
}
