import type { Db, Document, IndexSpecification, Sort } from "mongodb";

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
  { what: "whether something was done once", collection: "meta", filter: { _id: "samples" }, index: "_id_" },
];

/** Makes a collection's indexes where they are missing; another process may be at it at the same time. */
export async function ensureIndexes(db: Db, collection: keyof typeof INDEXES): Promise<void> {
  for (const [name, key] of Object.entries<IndexSpecification>(INDEXES[collection])) {
    await db.collection(collection).createIndex(key, { name });
  }
}
