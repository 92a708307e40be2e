import type { DatabaseSync, StatementSync } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FactKind, SessionEvent } from "@live-copilot/shared";
import type { PageOptions, SessionLog } from "@live-copilot/shared/copilot";
import type { Tail, Tails } from "./session-log-tails.ts";

/**
 * Events that one statement looks at. After each everybody else has a turn, so that whoever reads a long log page
 * by page does not hold up the appends and the followers.
 */
const STEP = 256;

export type EventReads = Pick<SessionLog, "after" | "before" | "at" | "head">;

interface EventRow {
  seq: number;
  at: number;
  kind: string;
  key: string;
  data: string;
}

/** Reads events: from the tails where they reach, else from the database in steps up to the tail's head. */
export function createEventReads(db: DatabaseSync, tails: Tails): EventReads {
  const tailOf = createTailOf(db, tails);
  const range = { up: selectRange(db, "ASC"), down: selectRange(db, "DESC") };
  const one = db.prepare("SELECT seq, at, kind, key, data FROM events WHERE session = ? AND seq = ?");
  return {
    async head(sessionId) {
      const tail = tailOf(sessionId);
      return tail && { seq: tail.head, startedAt: tail.startedAt };
    },
    async after(sessionId, seq, { kinds, limit }) {
      const found: SessionEvent[] = [];
      const first = tailOf(sessionId);
      let from = Math.max(seq, 0);
      for (let tail = first; tail && tail.ref === first?.ref && from < tail.head; tail = tailOf(sessionId)) {
        if (reaches(tail, from)) {
          for (const event of tail.events) if (event.seq > from && isWanted(event, kinds)) found.push(event);
          return found.slice(0, limit);
        }
        const to = Math.min(from + STEP, tail.head);
        append(found, range.up(tail.ref, { sessionId, from, to, kinds, limit: limit - found.length }));
        await nextTurn();
        if (found.length >= limit) return found;
        from = to;
      }
      return found;
    },
    async before(sessionId, seq, options) {
      const first = tailOf(sessionId);
      const found = first ? fromTail(first, seq, options) : [];
      let below = Math.min(seq, first?.events[0]?.seq ?? Number.POSITIVE_INFINITY, (first?.head ?? 0) + 1);
      while (below > 1 && found.length < options.limit && tailOf(sessionId)?.ref === first?.ref) {
        const from = Math.max(below - 1 - STEP, 0);
        const limit = options.limit - found.length;
        append(
          found,
          range.down(first?.ref ?? 0, { sessionId, from, to: below - 1, kinds: options.kinds, limit }),
        );
        below = from + 1;
        await nextTurn();
      }
      return found.reverse();
    },
    async at(sessionId, seqs) {
      const tail = tailOf(sessionId);
      if (!tail) return [];
      const sorted = [...new Set(seqs)].sort((a, b) => a - b);
      const events = sorted.map((seq) => {
        if (seq < 1 || seq > tail.head) return undefined;
        if (reaches(tail, seq - 1)) return tail.events.find((event) => event.seq === seq);
        const row = one.get(tail.ref, seq) as EventRow | undefined;
        return row && toEvent(sessionId, row);
      });
      return events.filter((event) => event !== undefined);
    },
  };
}

/** The session's tail, opened from the database where there is none; null for a session without events. */
function createTailOf(db: DatabaseSync, tails: Tails): (sessionId: string) => Tail | null {
  const find = db.prepare(
    `SELECT id, started_at AS startedAt,
       (SELECT seq FROM events WHERE session = id ORDER BY seq DESC LIMIT 1) AS head
     FROM sessions WHERE session_id = ?`,
  );
  return (sessionId) => {
    const open = tails.get(sessionId);
    if (open) return open;
    const row = find.get(sessionId) as { id: number; head: number; startedAt: number } | undefined;
    if (!row) return null;
    const startedAt = new Date(row.startedAt).toISOString();
    return tails.open(sessionId, { ref: row.id, startedAt, head: row.head });
  };
}

interface Range {
  readonly sessionId: string;
  /** Exclusive. */
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  readonly kinds: readonly FactKind[] | undefined;
  readonly limit: number;
}

function selectRange(db: DatabaseSync, order: "ASC" | "DESC"): (ref: number, range: Range) => SessionEvent[] {
  const select = (kinds: string): StatementSync =>
    db.prepare(
      `SELECT seq, at, kind, key, data FROM events
       WHERE session = ? AND seq > ? AND seq <= ? AND ${kinds} ORDER BY seq ${order} LIMIT ?`,
    );
  const all = select("kind <> 'gap'");
  const some = select("kind IN (SELECT value FROM json_each(?))");
  return (ref, { sessionId, from, to, kinds, limit }) => {
    const rows = kinds
      ? some.all(ref, from, to, JSON.stringify(kinds), limit)
      : all.all(ref, from, to, limit);
    return (rows as unknown as EventRow[]).map((row) => toEvent(sessionId, row));
  };
}

/** The tail's wanted events below `seq`, last first. */
function fromTail(tail: Tail, seq: number, { kinds, limit }: PageOptions): SessionEvent[] {
  const wanted = tail.events.filter((event) => event.seq < seq && isWanted(event, kinds));
  return wanted.reverse().slice(0, limit);
}

/** Whether the tail holds every event above `seq`. */
function reaches(tail: Tail, seq: number): boolean {
  const first = tail.events[0];
  return first !== undefined && first.seq <= seq + 1;
}

function isWanted(event: SessionEvent, kinds: readonly FactKind[] | undefined): boolean {
  return kinds ? kinds.includes(event.kind) : event.kind !== "gap";
}

function append(events: SessionEvent[], more: readonly SessionEvent[]): void {
  for (const event of more) events.push(event);
}

/** What is in the database was a fact when it was appended, so it is not checked again. */
function toEvent(sessionId: string, { seq, at, kind, key, data }: EventRow): SessionEvent {
  const time = new Date(at).toISOString();
  return { kind, key, data: JSON.parse(data), sessionId, seq, at: time } as SessionEvent;
}
