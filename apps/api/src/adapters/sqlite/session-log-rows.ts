import type { DatabaseSync } from "node:sqlite";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type SessionSummary, summaryDetails } from "@live-copilot/shared";
import type { DueSession, SessionLog } from "@live-copilot/shared/copilot";
import { readCursor, writeCursor } from "./session-log-cursor.ts";
import { LAST_AT } from "./session-log-schema.ts";

/** Rows read without giving others a turn. */
const STEP = 200;

export type RowReads = Pick<SessionLog, "sessions" | "summaries" | "idle" | "due">;

interface SessionRow {
  id: number;
  sessionId: string;
  status: "live" | "ended";
  startedAt: number;
  lastAt: number;
  endedAt: number | null;
  summary: string;
}

const COLUMNS = `id, session_id AS sessionId, status, started_at AS startedAt, ${LAST_AT} AS lastAt,
  ended_at AS endedAt, summary`;

/** Reads the sessions' own rows. */
export function createRowReads(db: DatabaseSync): RowReads {
  const page = createPage(db);
  const one = db.prepare(`SELECT ${COLUMNS} FROM sessions WHERE session_id = ?`);
  // A session's seen_at is never ahead of its last event, and at most a minute behind: so is their order.
  const idle = db.prepare(
    `SELECT ${COLUMNS} FROM sessions WHERE status = 'live' AND seen_at < ?1 AND ${LAST_AT} < ?1
     ORDER BY seen_at LIMIT ?2`,
  );
  const due = db.prepare(
    `SELECT session_id AS sessionId, due_at AS dueAt FROM due JOIN sessions ON sessions.id = due.session
     WHERE due_at <= ? ORDER BY due_at LIMIT ?`,
  );
  return {
    async sessions({ status, cursor, limit }) {
      const rows = page(status, cursor, limit + 1);
      const sessions = rows.slice(0, limit).map(toSummary);
      const last = rows[limit - 1];
      if (rows.length <= limit || !last) return { sessions };
      return { sessions, nextCursor: writeCursor(last) };
    },
    async summaries(sessionIds) {
      const found: SessionSummary[] = [];
      for (const [index, sessionId] of sessionIds.entries()) {
        if (index > 0 && index % STEP === 0) await nextTurn();
        const row = one.get(sessionId) as SessionRow | undefined;
        if (row) found.push(toSummary(row));
      }
      return found;
    },
    async idle(before, limit) {
      const rows = idle.all(before, limit) as unknown as SessionRow[];
      return rows.sort((a, b) => a.lastAt - b.lastAt).map(toSummary);
    },
    async due(now, limit) {
      const rows = due.all(now, limit) as unknown as DueSession[];
      return rows.map(({ sessionId, dueAt }) => ({ sessionId, dueAt }));
    },
  };
}

type Page = (status: "live" | "ended" | undefined, cursor: string | undefined, limit: number) => SessionRow[];

function createPage(db: DatabaseSync): Page {
  const select = (status: string) =>
    db.prepare(
      `SELECT ${COLUMNS} FROM sessions WHERE ${status} AND (started_at, id) < (?, ?)
       ORDER BY started_at DESC, id DESC LIMIT ?`,
    );
  const any = select("true");
  const some = select("status = ?");
  return (status, cursor, limit) => {
    const { startedAt, id } = readCursor(cursor);
    const rows = status ? some.all(status, startedAt, id, limit) : any.all(startedAt, id, limit);
    return rows as unknown as SessionRow[];
  };
}

function toSummary(row: SessionRow): SessionSummary {
  const { sessionId, status, startedAt, lastAt, endedAt } = row;
  return {
    ...summaryDetails(JSON.parse(row.summary)),
    sessionId,
    status,
    startedAt: new Date(startedAt).toISOString(),
    lastAt: new Date(lastAt).toISOString(),
    ...(endedAt === null ? {} : { endedAt: new Date(endedAt).toISOString() }),
  };
}
