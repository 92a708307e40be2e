import type { DatabaseSync } from "node:sqlite";

/**
 * Makes the function that notes, inside the open transaction, that a session was looked at through `throughSeq`,
 * and when it is due next. A mark that a later event left stays as it is.
 */
export function createSettle(
  db: DatabaseSync,
): (sessionId: string, throughSeq: number, nextDueAt: number | null) => void {
  const clear = db.prepare(
    "DELETE FROM due WHERE session = (SELECT id FROM sessions WHERE session_id = ?) AND due_seq <= ?",
  );
  const move = db.prepare(
    `INSERT INTO due (session, due_seq, due_at) SELECT id, 0, ?3 FROM sessions WHERE session_id = ?1
     ON CONFLICT (session) DO UPDATE SET due_at = excluded.due_at WHERE due_seq <= ?2`,
  );
  return (sessionId, throughSeq, nextDueAt) => {
    if (nextDueAt === null) clear.run(sessionId, throughSeq);
    else move.run(sessionId, throughSeq, nextDueAt);
  };
}
