import type { Filter } from "mongodb";
import type { Books } from "./session-log-books.ts";
import type { LogCollections, SessionDocument } from "./session-log-documents.ts";

/** Appends that are deleted in one step. */
const STEP = 500;

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
      { $set: { status: "removing" }, $unset: { startedAt: 1, dueAt: 1, dueSeq: 1, markedAt: 1 } },
    );
    if (marked.matchedCount === 0) continue;
    await removeAppends(collections, _id);
    await sessions.deleteOne({ _id, lastAt: { $lt: before } });
    books.drop(_id);
  }
  return ids.length;
}

/** Deletes what the session's log holds now. */
async function removeAppends({ appends }: LogCollections, session: string): Promise<void> {
  const [newest] = await appends.find({ session }).sort({ last: -1 }).limit(1).toArray();
  for (let left = newest !== undefined; left; ) {
    const step = appends.find({ session, last: { $lte: newest?.last ?? 0 } }).sort({ last: 1 });
    const ids = await step.limit(STEP).project({ last: 1 }).toArray();
    const upTo = ids.at(-1)?.["last"];
    if (typeof upTo === "number") await appends.deleteMany({ session, last: { $lte: upTo } });
    left = ids.length === STEP;
  }
}
