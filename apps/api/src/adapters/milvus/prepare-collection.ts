import { setTimeout } from "node:timers/promises";
import { LoadState } from "@zilliz/milvus2-sdk-node";
import { collectionIndexes, collectionSchema } from "./collection-schema.ts";
import { LOOK_MS, type MilvusConnection, WORK_MS } from "./connect.ts";
import { hasCollection, type NamedCollection } from "./find-served.ts";
import { accepted } from "./milvus-error.ts";

const CREATE_TRIES = 10;
const CREATE_AGAIN_MS = 100;

/**
 * Makes the collection ready to be searched: there, indexed, loaded. Whoever else does it at the same time, it is
 * done once. Rejects with UNAVAILABLE.
 */
export async function prepareCollection(
  connection: MilvusConnection,
  { name, kind }: NamedCollection,
): Promise<void> {
  await createCollection(connection, { name, kind });
  for (const index of collectionIndexes(name, kind)) {
    await connection
      .ask(async (client, limit) => accepted(await client.createIndex({ ...limit, ...index })), WORK_MS)
      .catch(async (error: unknown) => {
        if (!(await hasIndex(connection, name, index.field_name))) throw error;
      });
  }
  await loadCollection(connection, name);
}

/** Resolves when the collection is in Milvus's memory: only then it can be searched. Rejects with UNAVAILABLE. */
export async function loadCollection(connection: MilvusConnection, name: string): Promise<void> {
  const { state } = await connection.ask(
    async (client) => accepted(await client.getLoadState({ collection_name: name })),
    LOOK_MS,
  );
  if (state === LoadState.LoadStateLoaded) return;
  await connection.ask(
    async (client, limit) => accepted(await client.loadCollection({ ...limit, collection_name: name })),
    WORK_MS,
  );
}

/** Creates it unless it is there. Another server that creates it now makes ours fail a moment before it is there. */
async function createCollection(
  connection: MilvusConnection,
  { name, kind }: NamedCollection,
): Promise<void> {
  for (let tries = CREATE_TRIES; !(await hasCollection(connection, name)); tries--) {
    try {
      return await connection.ask(async (client, limit) => {
        accepted(await client.createCollection({ ...limit, ...collectionSchema(name, kind) }));
      }, WORK_MS);
    } catch (error) {
      if (tries === 0) throw error;
      await setTimeout(CREATE_AGAIN_MS);
    }
  }
}

async function hasIndex(connection: MilvusConnection, name: string, field: string): Promise<boolean> {
  return await connection
    .ask(
      async (client) => accepted(await client.describeIndex({ collection_name: name, field_name: field })),
      LOOK_MS,
    )
    .then(() => true)
    .catch(() => false);
}
