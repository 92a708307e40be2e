import { setImmediate } from "node:timers/promises";
import type { PolicyClause, PolicyScope } from "@live-copilot/shared";
import {
  createWordBook,
  indexedText,
  type LibrarySnapshot,
  type Synonyms,
  takeSnapshot,
} from "@live-copilot/shared/copilot";
import { clauseRow } from "./clause-row.ts";
import type { WantedRow } from "./hold-rows.ts";
import { createScopeExpressions } from "./scope-expression.ts";

/** Clauses that are read before the event loop gets its turn; about 2 ms of work. */
const CHUNK = 10;

/** One state of the library, and its rows. It is never changed, only replaced. */
export interface MilvusSnapshot extends LibrarySnapshot {
  readonly rows: ReadonlyMap<string, WantedRow>;
  /** A row's clause, by its position in `clauses`. */
  readonly positions: ReadonlyMap<string, number>;
  /** What narrows a search to a scope. */
  readonly expressionOf: (scope: PolicyScope) => string;
}

/** Reads the clauses in small steps, so that nothing else has to wait. */
export async function takeLibrary(
  clauses: readonly PolicyClause[],
  groups: Synonyms,
): Promise<MilvusSnapshot> {
  const words = createWordBook(groups);
  const rows = new Map<string, WantedRow>();
  const positions = new Map<string, number>();
  for (const [position, clause] of clauses.entries()) {
    if (position % CHUNK === CHUNK - 1) await setImmediate();
    const text = indexedText(clause);
    const row = clauseRow(clause, words.note(text));
    rows.set(row.id, { row, text });
    positions.set(row.id, position);
  }
  const expressionOf = createScopeExpressions(clauses);
  return { ...takeSnapshot(clauses, words), rows, positions, expressionOf };
}
