import { DatabaseSync } from "node:sqlite";
import { prepareSessionLog } from "./session-log-schema.ts";
import { createAppend } from "./writer-append.ts";
import type { WriterAnswer, WriterFailure, WriterOp } from "./writer-messages.ts";
import { createSettle } from "./writer-settle.ts";
import { createSweep } from "./writer-sweep.ts";

export interface WriterStore {
  /** Does them in one synced commit, in order, each all or none; gives an answer for each. Never throws. */
  commit(ops: readonly WriterOp[]): WriterAnswer[];
  close(): void;
}

/** SQLite's codes (low byte) for a statement whose own values are at fault: TOOBIG, CONSTRAINT, MISMATCH. */
const POISON = new Set([18, 19, 20]);

/** Opens the file for writing, making its tables when it is new. Throws what an operator can act on. */
export function openWriterStore(file: string): WriterStore {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  prepareDurability(db);
  prepareSessionLog(db, file);
  const apply = createApply(db);
  const [begin, commit, rollback] = ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"].map((sql) => db.prepare(sql));
  return {
    commit(ops) {
      try {
        begin?.run();
        const answers = ops.map(apply);
        commit?.run();
        return answers;
      } catch (error) {
        if (db.isTransaction) rollback?.run();
        const failure = { ...failureOf(error), poison: false };
        return ops.map(() => failure);
      }
    },
    close: () => db.close(),
  };
}

/**
 * Every commit is on the disk before it is acknowledged; on macOS that takes F_FULLFSYNC. A checkpoint after 8,000
 * pages (32 MB) rather than 1,000: a page that many appends touch is then written to the file once for all of
 * them, which with thousands of sessions doubled the rate.
 */
function prepareDurability(db: DatabaseSync): void {
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA fullfsync = ON");
  db.exec("PRAGMA wal_autocheckpoint = 8000");
  db.exec("PRAGMA cache_size = -65536");
}

function createApply(db: DatabaseSync): (op: WriterOp) => WriterAnswer {
  const perform = createPerform(db);
  const savepoint = db.prepare("SAVEPOINT op");
  const release = db.prepare("RELEASE op");
  const undo = db.prepare("ROLLBACK TO op");
  return (op) => {
    savepoint.run();
    try {
      const answer = perform(op);
      release.run();
      return answer;
    } catch (error) {
      // A full disk takes the whole transaction back: then nobody's operation was stored.
      if (!db.isTransaction) throw error;
      undo.run();
      release.run();
      return failureOf(error);
    }
  };
}

function createPerform(db: DatabaseSync): (op: WriterOp) => WriterAnswer {
  const append = createAppend(db);
  const { sweep, purge } = createSweep(db);
  const settle = createSettle(db);
  return (op) => {
    switch (op[0]) {
      case "append":
        return append(op);
      case "settle":
        settle(op[1], op[2], op[3]);
        return [];
      case "sweep":
        return sweep(op[1], op[2]);
      case "purge":
        return [purge(op[1])];
      case "ping":
        return [];
    }
  };
}

function failureOf(error: unknown): WriterFailure {
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) : 0;
  return { failed: error instanceof Error ? error.message : String(error), poison: POISON.has(code & 0xff) };
}
