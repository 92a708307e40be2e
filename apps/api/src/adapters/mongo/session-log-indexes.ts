import type { Db } from "mongodb";
import { logCollections } from "./session-log-documents.ts";

/** Makes the session log's indexes where they are missing. */
export async function ensureLogIndexes(db: Db): Promise<void> {
  const { appends, sessions } = logCollections(db);
  await appends.createIndex({ session: 1, last: 1 });
  await sessions.createIndex({ dueAt: 1 });
  await sessions.createIndex({ status: 1, lastAt: 1 });
  await sessions.createIndex({ status: 1, startedAt: -1, _id: -1 });
}
