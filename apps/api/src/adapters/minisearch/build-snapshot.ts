import type { PolicyClause } from "@live-copilot/shared";
import {
  createWordBook,
  indexedText,
  type LibrarySnapshot,
  type Synonyms,
  takeSnapshot,
} from "@live-copilot/shared/copilot";
import MiniSearch from "minisearch";

/** Clauses added before the event loop gets its turn; about 2 ms of work. */
const CHUNK = 10;

/** Everything that searches need of one state of the library. It is never changed, only replaced. */
export interface Snapshot extends LibrarySnapshot {
  readonly engine: MiniSearch<IndexedClause>;
}

interface IndexedClause {
  /** Position in `clauses`. */
  readonly id: number;
  readonly text: string;
}

/** Indexes the clauses in small steps, so that nothing else has to wait. */
export async function buildSnapshot(clauses: readonly PolicyClause[], groups: Synonyms): Promise<Snapshot> {
  const words = createWordBook(groups);
  const engine = new MiniSearch<IndexedClause>({
    fields: ["text"],
    tokenize: (text) => [...words.note(text)],
    processTerm: (term) => term,
  });
  const indexed = clauses.map((clause, id) => ({ id, text: indexedText(clause) }));
  await engine.addAllAsync(indexed, { chunkSize: CHUNK });
  return { ...takeSnapshot(clauses, words), engine };
}
