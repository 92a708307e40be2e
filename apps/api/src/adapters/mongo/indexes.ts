import type { Db, Document, IndexSpecification, Sort } from "mongodb";
import { connectMongo, guarded } from "./connect.ts";

/** A query of these adapters, by an example, and the index that serves it. */
export interface ServedQuery {
  readonly what: string;
  readonly collection: string;
  readonly filter: Document;
  readonly sort?: Sort;
  readonly projection?: Document;
  /** Name of the index; `_id_` is the one that every collection has. */
  readonly index: string;
}

/** The indexes that collections have beside `_id_`, by the names that MongoDB gives them. */
const INDEXES = {
  customers: { phones_1__id_1: { phones: 1, _id: 1 } },
  policy_revisions: {},
  policy_texts: { base_1__id_1: { base: 1, _id: 1 } },
  meta: {},
  appends: { session_1_last_1: { session: 1, last: 1 } },
  sessions: {
    dueAt_1: { dueAt: 1 },
    status_1_lastAt_1: { status: 1, lastAt: 1 },
    "startedAt_-1__id_-1": { startedAt: -1, _id: -1 },
    "status_1_startedAt_-1__id_-1": { status: 1, startedAt: -1, _id: -1 },
  },
} satisfies Record<string, Record<string, IndexSpecification>>;

/**
 * Every query. Writes find their document by `_id`. No partial, sparse or TTL index: not every server that speaks
 * MongoDB's protocol has them.
 */
export const QUERIES: readonly ServedQuery[] = [
  {
    what: "customers by telephone number",
    collection: "customers",
    filter: { phones: "+15125550142" },
    sort: { _id: 1 },
    index: "phones_1__id_1",
  },
  { what: "a customer", collection: "customers", filter: { _id: "C-1" }, index: "_id_" },
  {
    what: "customers before they are replaced",
    collection: "customers",
    filter: { _id: { $in: ["C-1", "C-2"] } },
    index: "_id_",
  },
  {
    what: "the library's newest revision",
    collection: "policy_revisions",
    filter: {},
    sort: { _id: -1 },
    index: "_id_",
  },
  {
    what: "the library's manifest, a version",
    collection: "policy_texts",
    filter: { _id: "a" },
    index: "_id_",
  },
  {
    what: "versions, for the index",
    collection: "policy_texts",
    filter: { _id: { $in: ["a", "b"] } },
    index: "_id_",
  },
  {
    what: "texts that a change left behind",
    collection: "policy_texts",
    filter: { base: { $lt: 2 } },
    projection: { _id: 1 },
    index: "base_1__id_1",
  },
  { what: "the append that would be next", collection: "appends", filter: { _id: "c-1:7" }, index: "_id_" },
  {
    what: "events after a seq",
    collection: "appends",
    filter: { session: "c-1", last: { $gt: 6 }, "facts.kind": { $in: ["segment"] } },
    sort: { last: 1 },
    index: "session_1_last_1",
  },
  {
    what: "events before a seq",
    collection: "appends",
    filter: { session: "c-1", last: { $lte: 6 } },
    sort: { last: -1 },
    index: "session_1_last_1",
  },
  {
    what: "the appends of a session that is removed",
    collection: "appends",
    filter: { session: "c-1", at: { $lt: 1_000 } },
    sort: { last: 1 },
    index: "session_1_last_1",
  },
  {
    what: "how far the logs of followed sessions were to reach",
    collection: "sessions",
    filter: { _id: { $in: ["c-1", "c-2"] } },
    projection: { seq: 1, startedAt: 1 },
    index: "_id_",
  },
  {
    what: "sessions that are due",
    collection: "sessions",
    filter: { dueAt: { $lte: 1_000 } },
    sort: { dueAt: 1 },
    projection: { dueAt: 1 },
    index: "dueAt_1",
  },
  {
    what: "live sessions that were quiet",
    collection: "sessions",
    filter: { status: "live", lastAt: { $lt: 1_000 } },
    sort: { lastAt: 1 },
    index: "status_1_lastAt_1",
  },
  {
    what: "sessions past their retention",
    collection: "sessions",
    filter: { status: "ended", lastAt: { $lt: 1_000 } },
    sort: { lastAt: 1 },
    projection: { _id: 1 },
    index: "status_1_lastAt_1",
  },
  {
    what: "sessions that changed of late, for a list",
    collection: "sessions",
    filter: { status: { $in: ["live", "ended"] }, lastAt: { $gt: 1_000 } },
    projection: { lastAt: 1, describedSeq: 1 },
    index: "status_1_lastAt_1",
  },
  {
    what: "a page of sessions",
    collection: "sessions",
    filter: { status: "live", startedAt: { $lte: 1_000 } },
    sort: { startedAt: -1, _id: -1 },
    index: "status_1_startedAt_-1__id_-1",
  },
  {
    what: "a page of all sessions",
    collection: "sessions",
    filter: { startedAt: { $lte: 1_000 } },
    sort: { startedAt: -1, _id: -1 },
    index: "startedAt_-1__id_-1",
  },
  { what: "whether something was done once", collection: "meta", filter: { _id: "samples" }, index: "_id_" },
];

/** Makes a collection's indexes where they are missing; another process may be at it at the same time. */
export async function ensureIndexes(db: Db, collection: keyof typeof INDEXES): Promise<void> {
  for (const [name, key] of Object.entries<IndexSpecification>(INDEXES[collection])) {
    await db.collection(collection).createIndex(key, { name });
  }
}

/**
 * Makes all indexes, however long it takes: on a database that grew under an earlier version that may be minutes, more
 * than a command may otherwise take.
 */
export async function prepareDatabase(uri: string): Promise<void> {
  await using patient = await connectMongo(uri, 0);
  await guarded(async () => {
    for (const collection of Object.keys(INDEXES)) {
      await ensureIndexes(patient.db, collection as keyof typeof INDEXES);
    }
  });
}
