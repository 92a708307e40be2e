import type { DatabaseSync } from "node:sqlite";
import type { FactRow, WriterOp } from "./writer-messages.ts";

type AppendOp = Extract<WriterOp, readonly ["append", ...unknown[]]>;

/** How far a session's `seen_at` may be behind its last event. */
const SEEN_EVERY_MS = 60_000;

/** A session while facts are put to it. */
interface Session {
  readonly id: number;
  head: number;
  status: string;
  endedAt: number | null;
  seenAt: number;
  summary: string;
}

/** Makes the function that appends inside the open transaction; it gives the seq of each fact. */
export function createAppend(db: DatabaseSync): (op: AppendOp) => number[] {
  const find = createFind(db);
  const insert = createInsert(db);
  const save = createSave(db);
  const mark = createMark(db);
  return ([, sessionId, at, dueAt, facts]) => {
    const before = find(sessionId, facts.length > 0 ? at : null);
    if (!before) return [];
    const after = { ...before };
    const seqs = facts.map((fact) => insert(after, at, fact));
    const isChanged = after.head > before.head;
    if (isChanged) save(before, after, at);
    if (dueAt !== null && (isChanged || facts.length === 0)) mark(after, dueAt);
    return seqs;
  };
}

/** Finds the session; makes it where it is missing and `startedAt` is given. */
function createFind(db: DatabaseSync): (sessionId: string, startedAt: number | null) => Session | undefined {
  const find = db.prepare(
    `SELECT id, status, ended_at AS endedAt, seen_at AS seenAt, summary,
       (SELECT seq FROM events WHERE session = id ORDER BY seq DESC LIMIT 1) AS head
     FROM sessions WHERE session_id = ?`,
  );
  const create = db.prepare(
    "INSERT INTO sessions (session_id, started_at, seen_at, status, summary) VALUES (?, ?, ?, 'live', '{}')",
  );
  return (sessionId, startedAt) => {
    const found = find.get(sessionId) as Session | undefined;
    if (found || startedAt === null) return found;
    const id = Number(create.run(sessionId, startedAt, startedAt).lastInsertRowid);
    return { id, head: 0, status: "live", endedAt: null, seenAt: startedAt, summary: "{}" };
  };
}

/** Puts one fact to the session; gives its seq, or the negative seq of the event that has its key already. */
function createInsert(db: DatabaseSync): (session: Session, at: number, fact: FactRow) => number {
  const insert = db.prepare(
    `INSERT INTO events (session, seq, at, kind, key, data) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (session, key) DO NOTHING`,
  );
  const findKey = db.prepare("SELECT seq FROM events WHERE session = ? AND key = ?");
  return (session, at, [kind, key, json, patch]) => {
    const { changes } = insert.run(session.id, session.head + 1, at, kind, key, json);
    if (changes === 0) return -(findKey.get(session.id, key) as { seq: number }).seq;
    session.head += 1;
    if (patch !== null) session.summary = patchSummary(session.summary, patch);
    if (kind === "end") Object.assign(session, { status: "ended", endedAt: at });
    if (kind === "segment" && session.status === "ended") {
      Object.assign(session, { status: "live", endedAt: null });
    }
    return session.head;
  };
}

/** Marks the session as due from `dueAt`, or from when it was due already if that is earlier. */
function createMark(db: DatabaseSync): (session: Session, dueAt: number) => void {
  const renew = db.prepare("UPDATE due SET due_seq = ? WHERE session = ? AND due_at <= ?");
  const mark = db.prepare("INSERT OR REPLACE INTO due (session, due_at, due_seq) VALUES (?, ?, ?)");
  return ({ id, head }, dueAt) => {
    if (renew.run(head, id, dueAt).changes === 0) mark.run(id, dueAt, head);
  };
}

/** Not SQLite's json_patch: that would drop a decision of null, which says something. */
function patchSummary(summary: string, patch: string): string {
  return JSON.stringify({ ...JSON.parse(summary), ...JSON.parse(patch) });
}

/** Writes the columns that changed, and no others: each that has an index costs a page more. */
function createSave(db: DatabaseSync): (before: Session, after: Session, at: number) => void {
  const see = db.prepare("UPDATE sessions SET seen_at = ? WHERE id = ?");
  const restate = db.prepare("UPDATE sessions SET status = ?, ended_at = ? WHERE id = ?");
  const describe = db.prepare("UPDATE sessions SET summary = ? WHERE id = ?");
  return (before, after, at) => {
    if (at - before.seenAt >= SEEN_EVERY_MS) see.run(at, after.id);
    if (after.status !== before.status || after.endedAt !== before.endedAt) {
      restate.run(after.status, after.endedAt, after.id);
    }
    if (after.summary !== before.summary) describe.run(after.summary, after.id);
  };
}
