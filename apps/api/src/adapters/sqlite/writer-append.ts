import type { DatabaseSync } from "node:sqlite";
import type { FactRow, WriterOp } from "./writer-messages.ts";

type AppendOp = Extract<WriterOp, readonly ["append", ...unknown[]]>;

/** A session's row while facts are put to it. */
interface SessionRow {
  id: number;
  head: number;
  status: string;
  endedAt: number | null;
  dueAt: number | null;
  dueSeq: number;
  summary: string;
}

/**
 * Makes the function that appends inside the open transaction. Only columns that change are written: each of them
 * that has an index costs a page.
 */
export function createAppend(db: DatabaseSync): (op: AppendOp) => number[] {
  const find = db.prepare(
    `SELECT id, head, status, ended_at AS endedAt, due_at AS dueAt, due_seq AS dueSeq, summary
     FROM sessions WHERE session_id = ?`,
  );
  const create = db.prepare(
    `INSERT INTO sessions (session_id, head, started_at, last_at, status, due_seq, summary)
     VALUES (?, 0, ?, ?, 'live', 0, '{}')`,
  );
  const insert = createInsert(db);
  const save = createSave(db);
  return ([, sessionId, at, dueAt, facts]) => {
    const found = find.get(sessionId) as SessionRow | undefined;
    if (!found && facts.length === 0) return [];
    const before = found ?? newSession(Number(create.run(sessionId, at, at).lastInsertRowid));
    const after = { ...before };
    const seqs = facts.map((fact) => insert(after, at, fact));
    const changed = after.head > before.head;
    if (dueAt !== null && (changed || facts.length === 0)) {
      after.dueAt = Math.min(after.dueAt ?? dueAt, dueAt);
      after.dueSeq = after.head;
    }
    save(before, after, at);
    return seqs;
  };
}

function newSession(id: number): SessionRow {
  return { id, head: 0, status: "live", endedAt: null, dueAt: null, dueSeq: 0, summary: "{}" };
}

/** Puts one fact to the session; gives its seq, or the negative seq of the event that has its key already. */
function createInsert(db: DatabaseSync): (session: SessionRow, at: number, fact: FactRow) => number {
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

/** Not SQLite's json_patch: that would drop a decision of null, which says something. */
function patchSummary(summary: string, patch: string): string {
  return JSON.stringify({ ...JSON.parse(summary), ...JSON.parse(patch) });
}

function createSave(db: DatabaseSync): (before: SessionRow, after: SessionRow, at: number) => void {
  const advance = db.prepare(
    "UPDATE sessions SET head = ?, last_at = max(last_at, ?), due_seq = ? WHERE id = ?",
  );
  const mark = db.prepare("UPDATE sessions SET due_at = ?, due_seq = ? WHERE id = ?");
  const restate = db.prepare("UPDATE sessions SET status = ?, ended_at = ? WHERE id = ?");
  const describe = db.prepare("UPDATE sessions SET summary = ? WHERE id = ?");
  return (before, after, at) => {
    const advanced = after.head !== before.head;
    if (advanced) advance.run(after.head, at, after.dueSeq, after.id);
    if (after.dueAt !== before.dueAt || (!advanced && after.dueSeq !== before.dueSeq)) {
      mark.run(after.dueAt, after.dueSeq, after.id);
    }
    if (after.status !== before.status || after.endedAt !== before.endedAt) {
      restate.run(after.status, after.endedAt, after.id);
    }
    if (after.summary !== before.summary) describe.run(after.summary, after.id);
  };
}
