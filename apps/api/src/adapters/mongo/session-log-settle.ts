import type { SessionLog } from "@live-copilot/shared/copilot";
import { guarded } from "./connect.ts";
import type { AppendParts } from "./session-log-append.ts";

/** An append that was noted but is not on the log after so long was given up: its mark may go. */
const MARK_HOLDS_MS = 15_000;

type SettleParts = Pick<AppendParts, "collections" | "inOrder" | "clock">;

/**
 * Takes a session's mark away or moves it, in turn with the session's appends from here, which change the same document:
 * where an engine writes a document back as it was found (FerretDB), whichever of two changes at once is done first is
 * lost, and a call that ended would stand in the list as live.
 */
export function createSettle({ collections, inOrder, clock }: SettleParts): SessionLog["settle"] {
  const settle = async (sessionId: string, throughSeq: number, nextDueAt: number | null) => {
    const isSeen = { dueSeq: { $not: { $gt: throughSeq } } };
    const isStale = { markedAt: { $lt: clock() - MARK_HOLDS_MS } };
    const change =
      nextDueAt === null
        ? { $unset: { dueAt: 1, dueSeq: 1, markedAt: 1 } as const }
        : { $set: { dueAt: Math.ceil(nextDueAt), dueSeq: 0 } };
    await collections.sessions.updateOne({ _id: sessionId, $or: [isSeen, isStale] }, change);
  };
  return (sessionId, throughSeq, nextDueAt) =>
    inOrder(sessionId, () => guarded(() => settle(sessionId, throughSeq, nextDueAt)));
}
