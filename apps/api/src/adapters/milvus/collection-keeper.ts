import { type ChoiceOptions, chooseCollection, refuseOtherModel } from "./choose-collection.ts";
import type { MilvusConnection } from "./connect.ts";
import { findServed, hasCollection, listOurs, type NamedCollection } from "./find-served.ts";
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
  /** Makes the collection ready to be written to and searched. Gives whether it was there before, as this server left it. */
  prepare(): Promise<boolean>;
  /** Makes the prepared collection hold these rows and the alias name it; resolves when a search sees them. */
  hold(rows: Rows): Promise<void>;
  /** Takes away what is not wanted any more. Gives the seconds until there will be more to take; null: nothing. */
  clean(rows: Rows): Promise<number | null>;
}

export function createCollectionKeeper(
  connection: MilvusConnection,
  options: KeeperOptions,
): CollectionKeeper {
  let own: NamedCollection | null = null;
  let isPrepared = false;
  let isServed = false;
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
  return {
    own: chosen,
    async prepare() {
      const collection = await chosen();
      const wasThere = isPrepared && (await hasCollection(connection, collection.name));
      if (wasThere) {
        await loadCollection(connection, collection.name);
        return true;
      }
      isPrepared = false;
      isServed = false;
      await prepareCollection(connection, collection);
      isPrepared = true;
      return false;
    },
    async hold(rows) {
      await writeRows(await store(), rows);
      // Once: a server of an older version does not take the alias back from a newer one at its next rebuild.
      if (isServed) return;
      refuseOtherModel((await findServed(connection, options.alias))?.kind ?? null, options);
      await serveCollection(connection, options.alias, (await chosen()).name);
      isServed = true;
    },
    async clean(rows) {
      const wait = await dropRows(await store(), rows, nowSeconds());
      const { name } = await chosen();
      const { alias, keepSeconds } = options;
      await retireCollections(connection, { alias, own: name, nowSeconds: nowSeconds(), keepSeconds });
      return wait;
    },
  };
}
