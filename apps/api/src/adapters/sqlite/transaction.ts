import type { DatabaseSync } from "node:sqlite";
import { CopilotError } from "@live-copilot/shared";

/** Runs statements in one transaction that writes: all of it or, when something is thrown, nothing. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/** Runs work on a database; what the database throws becomes CopilotError UNAVAILABLE. */
export async function guarded<T>(what: string, work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof CopilotError) throw error;
    throw new CopilotError("UNAVAILABLE", `${what} cannot be reached`, { cause: error });
  }
}
