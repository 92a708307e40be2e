import type { Filter } from "mongodb";
import type { Books } from "./session-log-books.ts";
import type { LogCollections, SessionDocument } from "./session-log-documents.ts";

/** Appends that are deleted in one step. */
const STEP = 500;

/** So that whoever appends from now on, or has a memory of the session, begins it anew. */
const NOTHING_KNOWN = { startedAt: 1, describedSeq: 1, dueAt: 1, dueSeq: 1, markedAt: 1 } as const;

interface SweepParts {
  readonly collections: LogCollections;
  readonly books: Books;
}

/**
 * Removes sessions that were heard of last before `before`. A session is marked first, so that no list shows it, its
 * appends go in small steps, its own document last: a sweep that dies is gone on with by the next. Words that come
 * while a session is removed stay, and begin it anew.
 */
export async function sweepSessions(
  { collections, books }: SweepParts,
  before: number,
  limit: number,
): Promise<number> {
  const { sessions } = collections;
  const ids: string[] = [];
  // One status after the other, so that the index gives them in order. Without one: the first append never came.
  for (const status of ["removing", "ended", "live", null] as const) {
    const old = sessions.find({ status, lastAt: { $lt: before } } as Filter<SessionDocument>);
    const rows = await old
      .sort({ lastAt: 1 })
      .limit(limit - ids.length)
      .project({ _id: 1 })
      .toArray();
    ids.push(...rows.map((row) => String(row["_id"])));
    if (ids.length >= limit) break;
  }
  for (const _id of ids) {
    const marked = await sessions.updateOne(
      { _id, lastAt: { $lt: before } },
      { $set: { status: "removing", seq: 0 }, $unset: NOTHING_KNOWN },
    );
    if (marked.matchedCount === 0) continue;
    try {
      await removeAppends(collections, _id, before);
      await sessions.deleteOne({ _id, lastAt: { $lt: before } });
    } finally {
      books.drop(_id);
    }
  }
  return ids.length;
}

/** Deletes what the session's log holds of the time before `before`. */
async function removeAppends({ appends }: LogCollections, session: string, before: number): Promise<void> {
  for (let left = true; left; ) {
    const old = appends.find({ session, at: { $lt: before } }).sort({ last: 1 });
    const ids = await old.limit(STEP).project({ last: 1 }).toArray();
    const last = ids.at(-1)?.["last"];
    if (typeof last === "number")
      await appends.deleteMany({ session, last: { $lte: last }, at: { $lt: before } });
    left = ids.length === STEP;
  }
}
