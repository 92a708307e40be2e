import type { DatabaseSync } from "node:sqlite";
import { LAST_AT } from "./session-log-schema.ts";

/** Removes sessions in two steps, so that no commit holds up the appends behind it for long. */
export interface Sweep {
  /** Takes out sessions whose last event is older than `before`, `limit` at most; gives their ids. */
  sweep(before: number, limit: number): string[];
  /** Deletes up to `events` events of sessions that were taken out; gives how many, 0 when none is left. */
  purge(events: number): number;
}

export function createSweep(db: DatabaseSync): Sweep {
  const old = db.prepare(
    `SELECT id, session_id AS sessionId FROM sessions
     WHERE status IN ('live', 'ended') AND seen_at < ?1 AND ${LAST_AT} < ?1 LIMIT ?2`,
  );
  const note = db.prepare("INSERT INTO removed (session) VALUES (?)");
  const remove = db.prepare("DELETE FROM sessions WHERE id = ?");
  const unmark = db.prepare("DELETE FROM due WHERE session = ?");
  const oldest = db.prepare("SELECT session FROM removed LIMIT 1");
  const nextRemoved = () => oldest.get() as { session: number } | undefined;
  const purge = db.prepare(
    `DELETE FROM events WHERE session = ?1 AND seq <=
       (SELECT min(seq) FROM events WHERE session = ?1) + ?2 - 1`,
  );
  const done = db.prepare("DELETE FROM removed WHERE session = ?");
  return {
    sweep(before, limit) {
      const rows = old.all(before, limit) as { id: number; sessionId: string }[];
      for (const { id } of rows) {
        note.run(id);
        remove.run(id);
        unmark.run(id);
      }
      return rows.map(({ sessionId }) => sessionId);
    },
    purge(events) {
      let left = events;
      for (let row = nextRemoved(); row && left > 0; row = nextRemoved()) {
        const { session } = row;
        const deleted = Number(purge.run(session, left).changes);
        if (deleted < left) done.run(session);
        left -= deleted;
      }
      return events - left;
    },
  };
}
