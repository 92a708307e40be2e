import { CopilotError, type SessionSummary, summaryDetails } from "@live-copilot/shared";
import type { SessionLog } from "@live-copilot/shared/copilot";
import type { Filter } from "mongodb";
import { guarded } from "./connect.ts";
import type { LogCollections, SessionDocument } from "./session-log-documents.ts";

export type RowReads = Pick<SessionLog, "sessions" | "summaries" | "idle" | "due">;

/** Reads the sessions' own documents. */
export function createRowReads({ sessions }: LogCollections): RowReads {
  return {
    sessions: ({ status, cursor, limit }) =>
      guarded(async () => {
        const filter: Filter<SessionDocument> = { ...(status ? { status } : {}), ...after(cursor) };
        const found = await sessions
          .find(filter)
          .sort({ startedAt: -1, _id: -1 })
          .limit(limit + 1)
          .toArray();
        const page = found.slice(0, limit);
        const last = page.at(-1);
        const rows = page.flatMap(toSummary);
        return found.length > limit && last
          ? { sessions: rows, nextCursor: writeCursor(last) }
          : { sessions: rows };
      }),
    summaries: (sessionIds) =>
      guarded(async () => {
        const found = await sessions.find({ _id: { $in: [...sessionIds] } }).toArray();
        const byId = new Map(found.map((row) => [row._id, row]));
        return sessionIds.flatMap((sessionId) => toSummary(byId.get(sessionId)));
      }),
    idle: (before, limit) =>
      guarded(async () => {
        const quiet = { status: "live", lastAt: { $lt: before } } as const;
        return (await sessions.find(quiet).sort({ lastAt: 1 }).limit(limit).toArray()).flatMap(toSummary);
      }),
    due: (now, limit) =>
      guarded(async () => {
        const due = sessions.find({ dueAt: { $lte: now } }, { projection: { dueAt: 1 } });
        const rows = await due.sort({ dueAt: 1 }).limit(limit).toArray();
        return rows.map(({ _id, dueAt }) => ({ sessionId: _id, dueAt: dueAt ?? now }));
      }),
  };
}

function toSummary(row: SessionDocument | undefined): SessionSummary[] {
  if (row?.startedAt === undefined || row.status === "removing") return [];
  const { _id: sessionId, status = "live", startedAt, lastAt = startedAt, endedAt, summary = "{}" } = row;
  return [
    {
      ...summaryDetails(JSON.parse(summary)),
      sessionId,
      status,
      startedAt: new Date(startedAt).toISOString(),
      lastAt: new Date(lastAt).toISOString(),
      ...(typeof endedAt === "number" ? { endedAt: new Date(endedAt).toISOString() } : {}),
    },
  ];
}

function writeCursor({ startedAt, _id }: SessionDocument): string {
  return Buffer.from(JSON.stringify([startedAt, _id])).toString("base64url");
}

/** What comes after the row that a cursor names. Throws CopilotError BAD_REQUEST for what is no cursor. */
function after(cursor: string | undefined): Filter<SessionDocument> {
  // Documents without a start are of sessions whose first append is under way.
  if (cursor === undefined) return { startedAt: { $gt: 0 } };
  const match = /^\[(\d{1,15}),(".+")\]$/s.exec(Buffer.from(cursor, "base64url").toString());
  const id = match ? readText(match[2] ?? "") : null;
  if (!match || id === null) {
    throw new CopilotError("BAD_REQUEST", "The cursor is not one that a list of sessions gave.", {
      fields: [{ field: "cursor", expected: "the nextCursor of an earlier page" }],
    });
  }
  const startedAt = Number(match[1]);
  return {
    startedAt: { $lte: startedAt },
    $or: [{ startedAt: { $lt: startedAt } }, { _id: { $lt: id } }],
  };
}

/** A text in JSON; null for what is none. */
function readText(json: string): string | null {
  try {
    return String(JSON.parse(json));
  } catch {
    return null;
  }
}
