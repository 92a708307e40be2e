import { CopilotError } from "@live-copilot/shared";
import { type CollectionKind, readCollectionName } from "./collection-names.ts";
import { LOOK_MS, type MilvusConnection } from "./connect.ts";
import { accepted, isMissing } from "./milvus-error.ts";

/** A collection of ours. */
export interface NamedCollection {
  readonly name: string;
  readonly kind: CollectionKind;
}

/**
 * The collection that the alias names; null where there is no such alias. Rejects with CONFLICT where it names
 * something that is not ours, and with UNAVAILABLE.
 */
export async function findServed(
  connection: MilvusConnection,
  alias: string,
): Promise<NamedCollection | null> {
  const name = await describedName(connection, alias);
  if (name === null) return null;
  const kind = readCollectionName(alias, name);
  if (kind) return { name, kind };
  throw new CopilotError(
    "CONFLICT",
    `MILVUS_COLLECTION is ${alias}, and Milvus has something else under that name: the collection ${name}. Set MILVUS_COLLECTION to a name that is free.`,
  );
}

/** Whether a collection is there. Rejects with UNAVAILABLE. */
export async function hasCollection(connection: MilvusConnection, name: string): Promise<boolean> {
  return (await describedName(connection, name)) !== null;
}

/** Every collection of ours under this alias, served or not. Rejects with UNAVAILABLE. */
export async function listOurs(connection: MilvusConnection, alias: string): Promise<NamedCollection[]> {
  const listed = await connection.ask(async (client) => accepted(await client.showCollections()), LOOK_MS);
  return listed.data.flatMap(({ name }) => {
    const kind = readCollectionName(alias, name);
    return kind ? [{ name, kind }] : [];
  });
}

/** The name of the collection that a name or alias stands for. */
async function describedName(connection: MilvusConnection, name: string): Promise<string | null> {
  try {
    const about = await connection.ask(
      async (client) => accepted(await client.describeCollection({ collection_name: name })),
      LOOK_MS,
    );
    return about.collection_name || about.schema.name;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
