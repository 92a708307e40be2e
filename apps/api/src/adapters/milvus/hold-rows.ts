import type { ClauseRow } from "./clause-row.ts";
import type { MilvusConnection } from "./connect.ts";
import { WORK_MS } from "./connect.ts";
import { findVectors, type HashedText, type VectorSource } from "./find-vectors.ts";
import { countRows, listRows } from "./list-rows.ts";
import { accepted } from "./milvus-error.ts";

/** Rows that are embedded and written in one step. */
const CHUNK = 128;
const DELETED_AT_ONCE = 1_000;

export interface RowStore {
  readonly connection: MilvusConnection;
  readonly collection: string;
  /** Null for a collection without vectors. */
  readonly vectors: VectorSource | null;
  /**
   * Rows that are not wanted stay this long after they were written: another server may have a newer library.
   * Seconds.
   */
  readonly graceSeconds: number;
}

export interface WantedRow {
  readonly row: ClauseRow;
  /** What is embedded. */
  readonly text: string;
}

/**
 * Writes the wanted rows that are not there yet; resolves when a search sees them all. Only their texts are embedded.
 * Safe to do again, and by several servers at once: each takes the parts in an order of its own and finds what the
 * others have embedded. Rejects with UNAVAILABLE; what was written by then stays.
 */
export async function writeRows(store: RowStore, wanted: ReadonlyMap<string, WantedRow>): Promise<void> {
  const there = await listRows(store.connection, store.collection);
  const missing = [...wanted.values()].filter(({ row }) => !there.has(row.id));
  if (missing.length === 0) return;
  for (const chunk of shuffled(chunksOf(missing, CHUNK))) await writeChunk(store, chunk);
  // Sealing what was written lets it be indexed at once; where that is refused (too often), it is found all the same.
  await store.connection
    .ask((client, limit) => client.flush({ ...limit, collection_names: [store.collection] }), WORK_MS)
    .catch(() => undefined);
  await countRows(store.connection, store.collection);
}

/**
 * Deletes the rows that are not wanted and older than the grace. Gives the seconds until the next of them is old
 * enough; null when none is left. Rejects with UNAVAILABLE.
 */
export async function dropRows(
  store: RowStore,
  wanted: ReadonlyMap<string, unknown>,
  nowSeconds: number,
): Promise<number | null> {
  const there = await listRows(store.connection, store.collection);
  const gone = [...there].filter(([id]) => !wanted.has(id));
  const isOld = (writtenAt: number) => writtenAt + store.graceSeconds <= nowSeconds;
  const old = gone.filter(([, writtenAt]) => isOld(writtenAt)).map(([id]) => id);
  for (const ids of chunksOf(old, DELETED_AT_ONCE)) {
    await store.connection.ask(
      async (client, limit) =>
        accepted(await client.delete({ ...limit, collection_name: store.collection, ids: [...ids] })),
      WORK_MS,
    );
  }
  const young = gone.map(([, writtenAt]) => writtenAt).filter((writtenAt) => !isOld(writtenAt));
  return young.length === 0 ? null : Math.min(...young) + store.graceSeconds - nowSeconds;
}

async function writeChunk(store: RowStore, chunk: readonly WantedRow[]): Promise<void> {
  const texts = chunk.map(({ row, text }): HashedText => ({ hash: row.text_hash, text }));
  const vectors = store.vectors && (await findVectors(store.vectors, texts));
  const written_at = Math.floor(Date.now() / 1_000);
  const data = chunk.map(({ row }) => {
    const dense = vectors?.get(row.text_hash);
    return { ...row, written_at, ...(dense && { dense: [...dense] }) };
  });
  await store.connection.ask(
    async (client, limit) =>
      accepted(await client.upsert({ ...limit, collection_name: store.collection, data })),
    WORK_MS,
  );
}

function chunksOf<T>(items: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
