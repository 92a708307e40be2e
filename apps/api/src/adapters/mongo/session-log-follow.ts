import { repeat, type SessionLog, type Signals } from "@live-copilot/shared/copilot";
import { guarded } from "./connect.ts";
import type { Book } from "./session-log-book.ts";
import type { Books } from "./session-log-books.ts";
import type { LogCollections, SessionDocument } from "./session-log-documents.ts";

/** Sessions that one query of the check asks for. */
const CHUNK = 500;
/** Rows of changed sessions that one check of the list reads. */
const ROWS = 1_000;
/** How far back the list's check looks: an append may be noted a little before it can be read. */
const OVERLAP_MS = 3_000;

export interface Follows extends Pick<SessionLog, "live" | "liveAll"> {
  /** Whether the session's book is kept up: it is followed, and was read since. */
  isCurrent(sessionId: string): boolean;
  /** A read begins; what it gives back says that it has ended, and the book stands where the log stood. */
  reading(sessionId: string): (book: Pick<Book, "head" | "startedAt">) => void;
  stop(): Promise<void>;
}

interface FollowDeps {
  readonly collections: LogCollections;
  readonly books: () => Books;
  readonly signals: Pick<Signals, "onHint" | "onAnyHint" | "onRestored">;
  readonly checkMs: number;
  readonly clock: () => number;
  readonly failed: (error: unknown, sessionId?: string) => void;
}

interface Followed {
  readonly listeners: Set<(seq: number) => void>;
  readonly stopHints: () => void;
  isCurrent: boolean;
  /** How far the log was read here, also where its book is forgotten, and when that log began (epoch ms). */
  head: number;
  startedAt: number | null;
}

/**
 * Keeps the books of followed sessions up: by hints, and by a check for what no hint told of, which asks how far the
 * log of each of them was to reach. Correctness never rests on a hint, only latency does.
 */
export function createFollows(deps: FollowDeps): Follows {
  const { collections, books, signals, checkMs, failed } = deps;
  const followed = new Map<string, Followed>();
  const listening = new Set<(sessionId: string) => void>();

  const tell = (sessionId: string, seq: number) => {
    for (const listener of followed.get(sessionId)?.listeners ?? []) listener(seq);
  };

  /** Reads what others appended, then tells of it. */
  const catchUp = async (sessionId: string, told: number) => {
    const one = followed.get(sessionId);
    if (!one) return;
    const book = books().peek(sessionId);
    try {
      // One that is being loaded may have been read before this was told.
      if (!book) one.isCurrent = false;
      else if (told > book.head) await books().advance(book, told);
    } catch (error) {
      // Readers ask the database again, and hear from it what is wrong.
      one.isCurrent = false;
      failed(error, sessionId);
    }
    tell(sessionId, Math.max(told, book?.head ?? 0));
  };

  /** Retention removed the session, perhaps elsewhere; it may have begun again. */
  const forget = (sessionId: string, one: Followed) => {
    books().drop(sessionId);
    Object.assign(one, { isCurrent: false, head: 0, startedAt: null });
    tell(sessionId, 0);
  };

  const follow = (sessionId: string): Followed => {
    const known = followed.get(sessionId);
    if (known) return known;
    const stopHints = signals.onHint(sessionId, (seq) => void catchUp(sessionId, seq));
    const one = {
      listeners: new Set<(seq: number) => void>(),
      stopHints,
      isCurrent: false,
      head: 0,
      startedAt: null,
    };
    followed.set(sessionId, one);
    return one;
  };

  /** Looks at what the session's own document says; without one there is no session. */
  const look = async (sessionId: string, row: SessionDocument | undefined) => {
    const one = followed.get(sessionId);
    if (!one) return;
    const { head = 0, startedAt = null } = books().peek(sessionId) ?? {};
    const known = startedAt ?? one.startedAt;
    const isOther = row?.startedAt !== undefined && row.startedAt !== known;
    if (known !== null && (!row || isOther)) return forget(sessionId, one);
    const seq = row?.seq ?? 0;
    if (seq > Math.max(head, one.head)) await catchUp(sessionId, seq);
  };

  const checkSome = async (sessionIds: readonly string[]) => {
    const asked = { _id: { $in: [...sessionIds] } };
    const projection = { seq: 1, startedAt: 1 };
    const rows = await guarded(() => collections.sessions.find(asked, { projection }).toArray());
    const byId = new Map(rows.map((row) => [row._id, row]));
    await Promise.all(sessionIds.map((sessionId) => look(sessionId, byId.get(sessionId))));
  };

  const checkList = createListCheck(deps, listening);
  const check = async () => {
    const ids = [...followed.keys()];
    for (let at = 0; at < ids.length; at += CHUNK) await checkSome(ids.slice(at, at + CHUNK));
    await checkList();
  };
  const stopChecking = repeat(checkMs, () => check().catch((error: unknown) => failed(error)));
  const stopRestored = signals.onRestored(() => void check().catch((error: unknown) => failed(error)));

  return {
    isCurrent: (sessionId) => followed.get(sessionId)?.isCurrent === true,
    reading(sessionId) {
      const one = followed.get(sessionId);
      return ({ head, startedAt }) => {
        if (one) Object.assign(one, { isCurrent: true, head, startedAt });
      };
    },
    live(sessionId, onHint) {
      const one = follow(sessionId);
      // A function of its own, so that the same callback can listen twice.
      const listener = (seq: number) => onHint(seq);
      one.listeners.add(listener);
      return () => {
        if (!one.listeners.delete(listener) || one.listeners.size > 0) return;
        one.stopHints();
        followed.delete(sessionId);
      };
    },
    liveAll(onChange) {
      const listener = (sessionId: string) => onChange(sessionId);
      const stopHints = signals.onAnyHint(listener);
      listening.add(listener);
      return () => {
        stopHints();
        listening.delete(listener);
      };
    },
    async stop() {
      stopRestored();
      for (const one of followed.values()) one.stopHints();
      followed.clear();
      await stopChecking();
    },
  };
}

/**
 * Tells of sessions that changed, for a list that hints may not have reached: those heard of since the last look, each
 * once for a state of its document. Does nothing while nobody listens.
 */
function createListCheck(
  { collections, clock }: Pick<FollowDeps, "collections" | "clock">,
  listening: ReadonlySet<(sessionId: string) => void>,
): () => Promise<void> {
  let since = clock();
  let told = new Map<string, string>();
  return async () => {
    const begun = clock();
    if (listening.size === 0) {
      since = begun;
      return;
    }
    const from = since - OVERLAP_MS;
    const rows = await guarded(() =>
      collections.sessions
        .find({ status: { $in: ["live", "ended"] }, lastAt: { $gt: from } })
        .project({ lastAt: 1, describedSeq: 1 })
        .limit(ROWS)
        .toArray(),
    );
    const now = new Map(rows.map((row) => [String(row["_id"]), `${row["lastAt"]} ${row["describedSeq"]}`]));
    const news = [...now].filter(([sessionId, state]) => told.get(sessionId) !== state);
    // Only now: what a look that failed was to find is for the next one to find.
    since = begun;
    told = now;
    for (const [sessionId] of news) for (const listener of listening) listener(sessionId);
  };
}
