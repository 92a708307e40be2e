import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { CopilotError } from "@live-copilot/shared";

/** Holds a data directory until it is released or the process ends, however it ends. */
export interface DataDirLock {
  release(): void;
}

/** SQLite's code for a file that somebody else has locked. */
const BUSY = 5;

/**
 * Makes the directory where it is missing and takes it for this process: an open exclusive transaction, whose lock
 * the operating system takes back with the process, so that a killed server leaves nothing to clean up. Throws
 * CopilotError CONFLICT, its message for the operator, when another one has it.
 */
export function lockDataDir(dir: string): DataDirLock {
  mkdirSync(dir, { recursive: true });
  const holderFile = join(dir, "lock.pid");
  const db = new DatabaseSync(join(dir, "lock.db"));
  try {
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    throw new CopilotError("CONFLICT", inUse(dir, holderFile), { cause: error });
  }
  writeFileSync(holderFile, `${process.pid}\n`);
  return {
    release() {
      if (db.isOpen) db.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === BUSY;
}

function inUse(dir: string, holderFile: string): string {
  return `${dir} is in use by another server (process ${holder(holderFile)}). Stop that one, or set DATA_DIR to another directory.`;
}

/** The holder writes its pid right after it took the lock; in between the file is missing or an older holder's. */
function holder(file: string): string {
  try {
    return readFileSync(file, "utf8").trim() || "unknown";
  } catch {
    return "unknown";
  }
}
