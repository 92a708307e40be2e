import { type ChoiceOptions, chooseCollection } from "./choose-collection.ts";
import type { MilvusConnection } from "./connect.ts";
import { hasCollection, listOurs, type NamedCollection } from "./find-served.ts";
import { dropRows, type RowStore, type WantedRow, writeRows } from "./hold-rows.ts";
import { loadCollection, prepareCollection } from "./prepare-collection.ts";
import { retireCollections, serveCollection } from "./serve-collection.ts";

export interface KeeperOptions extends ChoiceOptions {
  /** See `RowStore`. */
  readonly graceSeconds: number;
  /** See `RetiringOptions`. */
  readonly keepSeconds: number;
}

type Rows = ReadonlyMap<string, WantedRow>;

/** Keeps one server's collection in Milvus. All reject with UNAVAILABLE. */
export interface CollectionKeeper {
  /** The collection that this server searches, chosen at the first call that finds Milvus; CONFLICT: see `chooseCollection`. */
  own(): Promise<NamedCollection>;
  /** Makes the collection hold these rows and the alias name it; resolves when a search sees them. */
  hold(rows: Rows): Promise<void>;
  /** Takes away what is not wanted any more. Gives the seconds until there will be more to take; null: nothing. */
  clean(rows: Rows): Promise<number | null>;
  /** Whether the collection is still there, and loads it where it is not loaded; one that is gone is held anew. */
  isThere(): Promise<boolean>;
}

export function createCollectionKeeper(
  connection: MilvusConnection,
  options: KeeperOptions,
): CollectionKeeper {
  let own: NamedCollection | null = null;
  let isReady = false;
  const nowSeconds = () => Math.floor(Date.now() / 1_000);
  const chosen = async () => {
    own ??= await chooseCollection(connection, options);
    return own;
  };
  const store = async (): Promise<RowStore> => {
    const { name, kind } = await chosen();
    const { embedder, graceSeconds } = options;
    if (!embedder) return { connection, collection: name, vectors: null, graceSeconds };
    const others = (await listOurs(connection, options.alias)).filter(
      (other) =>
        other.kind.model === kind.model && other.kind.dimension === kind.dimension && other.name !== name,
    );
    const collections = [name, ...others.map((other) => other.name)];
    const vectors = { connection, embedder, collections, dimension: kind.dimension };
    return { connection, collection: name, vectors, graceSeconds };
  };
  const hold = async (rows: Rows) => {
    const collection = await chosen();
    if (!isReady) await prepareCollection(connection, collection);
    await writeRows(await store(), rows);
    // Once: a server of an older version does not take the alias back from a newer one at its next rebuild.
    if (!isReady) await serveCollection(connection, options.alias, collection.name);
    isReady = true;
  };
  return {
    own: chosen,
    hold,
    async clean(rows) {
      const wait = await dropRows(await store(), rows, nowSeconds());
      const { name } = await chosen();
      const { alias, keepSeconds } = options;
      await retireCollections(connection, { alias, own: name, nowSeconds: nowSeconds(), keepSeconds });
      return wait;
    },
    async isThere() {
      const { name } = await chosen();
      isReady = isReady && (await hasCollection(connection, name));
      if (isReady) await loadCollection(connection, name);
      return isReady;
    },
  };
}
