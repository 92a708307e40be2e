import { type Clock, inOrder, type SessionLog, type Signals } from "@live-copilot/shared/copilot";
import type { Db } from "mongodb";
import { guarded } from "./connect.ts";
import { ensureIndexes } from "./indexes.ts";
import { type AppendParts, appendFacts } from "./session-log-append.ts";
import { createBooks } from "./session-log-books.ts";
import { logCollections } from "./session-log-documents.ts";
import { createFollows } from "./session-log-follow.ts";
import { createHoles } from "./session-log-holes.ts";
import { createEventReads } from "./session-log-reads.ts";
import { createRowReads } from "./session-log-rows.ts";
import { createSettle } from "./session-log-settle.ts";
import { sweepSessions } from "./session-log-sweep.ts";

export interface MongoSessionLogOptions {
  readonly db: Db;
  /** Where hints come from and go to. */
  readonly signals: Pick<Signals, "hint" | "onHint" | "onAnyHint" | "onRestored">;
  /** How often followed sessions are looked at for what no hint told of, milliseconds. */
  readonly checkMs: number;
  /** Where errors of what runs beside the calls go. */
  readonly failed: (error: unknown, sessionId?: string) => void;
  readonly clock?: Clock;
  /** Memory for what is known of sessions. */
  readonly maxBytes?: number;
}

const MAX_BYTES = 192 * 1_048_576;

/**
 * Opens the session log on MongoDB; any number of processes may write to one database. Several may append to one
 * session at once: each append's `_id` is the next seq, so one of them comes first and the others read it and try
 * again. Rejects with CopilotError UNAVAILABLE.
 */
export async function openMongoSessionLog(options: MongoSessionLogOptions): Promise<SessionLog> {
  const { db, signals, failed, checkMs, clock = Date.now } = options;
  await guarded(async () => {
    for (const name of ["appends", "sessions"] as const) await ensureIndexes(db, name);
  });
  const collections = logCollections(db);
  const follows = createFollows({ collections, books: () => books, signals, checkMs, clock, failed });
  const holes = createHoles({
    collections,
    clock,
    failed,
    closed: (book) => signals.hint(book.sessionId, book.holeUntil),
  });
  const books = createBooks(collections, {
    maxBytes: options.maxBytes ?? MAX_BYTES,
    follows,
    onHole: holes.found,
  });
  const reads = createEventReads(collections, books);
  const parts: AppendParts = {
    collections,
    books,
    inOrder: inOrder(),
    clock,
    stored: signals.hint,
    at: reads.at,
  };
  return {
    ...reads,
    ...createRowReads(collections),
    settle: createSettle(parts),
    append: (sessionId, facts, dueAt) => appendFacts(parts, sessionId, facts, dueAt),
    live: follows.live,
    liveAll: follows.liveAll,
    sweep: (before, limit) => guarded(() => sweepSessions({ collections, books }, before, limit)),
    async ping() {
      await guarded(() => db.command({ ping: 1 }));
    },
    async close() {
      holes.stop();
      await follows.stop();
    },
  };
}
