import type { PolicyClause } from "@live-copilot/shared";
import type { Synonyms } from "@live-copilot/shared/copilot";
import MiniSearch from "minisearch";
import { createRelations } from "./related-clauses.ts";
import { createScopeFilters } from "./scope-filter.ts";
import { createSearchMemory, type SearchMemory } from "./search-memory.ts";
import { createSounds, type Sounds } from "./sounds.ts";
import { createSynonymBook, type SynonymBook } from "./synonym-book.ts";
import { termsOf } from "./terms.ts";

/** Clauses added before the event loop gets its turn; about 2 ms of work. */
const CHUNK = 10;

/** Everything that searches need of one state of the library. It is never changed, only replaced. */
export interface Snapshot {
  readonly clauses: readonly PolicyClause[];
  readonly engine: MiniSearch<IndexedClause>;
  /** In how many clauses each stem stands. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly sounds: Sounds;
  readonly synonyms: SynonymBook;
  readonly filterOf: ReturnType<typeof createScopeFilters>;
  readonly relatedTo: ReturnType<typeof createRelations>;
  readonly memory: SearchMemory;
}

interface IndexedClause {
  /** Position in `clauses`. */
  readonly id: number;
  readonly text: string;
}

/** Indexes the clauses in small steps, so that nothing else has to wait. */
export async function buildSnapshot(clauses: readonly PolicyClause[], groups: Synonyms): Promise<Snapshot> {
  const vocabulary = new Map<string, number>();
  const synonyms = createSynonymBook(groups);
  const engine = new MiniSearch<IndexedClause>({
    fields: ["text"],
    tokenize: (text) => {
      synonyms.note(text);
      const terms = termsOf(text);
      for (const term of new Set(terms)) vocabulary.set(term, (vocabulary.get(term) ?? 0) + 1);
      return terms;
    },
    processTerm: (term) => term,
  });
  await engine.addAllAsync(clauses.map(indexed), { chunkSize: CHUNK });
  const filterOf = createScopeFilters(clauses);
  const relatedTo = createRelations(clauses);
  const sounds = createSounds(vocabulary.keys());
  const memory = createSearchMemory();
  return { clauses, engine, vocabulary, sounds, synonyms, filterOf, relatedTo, memory };
}

/**
 * The headings are indexed as part of the text: a clause often leaves out what they have said. As a field of their
 * own they outweigh it, since BM25 takes a short field's words for weighty (measured: R@1 .70 → .67).
 */
function indexed({ text, section }: PolicyClause, id: number): IndexedClause {
  return { id, text: `${section}\n${text}` };
}
