import { isUnavailable } from "@live-copilot/shared";
import type { Embedder, PolicyIndex } from "@live-copilot/shared/copilot";
import { createCollectionKeeper, type KeeperOptions } from "./collection-keeper.ts";
import { SCHEMA_VERSION } from "./collection-names.ts";
import { connectMilvus, type MilvusServer } from "./connect.ts";
import { findRows } from "./find-rows.ts";
import { createHeldLibrary } from "./held-library.ts";
import { searchCollection } from "./search-collection.ts";
import { searchLibrary } from "./search-library.ts";
import { createSearchTogether } from "./search-together.ts";
import { takeLibrary } from "./take-library.ts";

export interface MilvusIndexOptions extends MilvusServer {
  /** The alias of what is served; our collections' names begin with it. */
  readonly collection: string;
  /** Who makes the vectors; absent: clauses are found by words alone. */
  readonly embedder?: Embedder | undefined;
  /** What nearness of meaning counts beside words, 0 to 1; at 0 questions are not embedded, clauses are. */
  readonly denseWeight: number;
  /** Builds with these settings although another model is served, and serves that: for the re-index command only. */
  readonly replaceModel?: boolean;
  /** The version of rows and fields; only a test of a change sets it. */
  readonly schemaVersion?: number;
  /** Seconds that rows which this library does not have stay after they were written. */
  readonly graceSeconds?: number;
  /** Seconds that a collection stays after the alias left it. */
  readonly keepSeconds?: number;
}

const GRACE_SECONDS = 60;
const KEEP_SECONDS = 24 * 3_600;

/**
 * The policy index in Milvus: BM25 over stems, fused with nearness of vectors where there is an embedder. Ranking,
 * scope and relations are worked out as for the index in memory, from a picture of the library that `rebuild` takes.
 *
 * Milvus may be away at any time, also now: then searches reject with UNAVAILABLE until it is back, and a `rebuild`
 * that rejects is to be tried again; searches go on with what the last good one built. Rejects with CONFLICT, and a
 * message for the operator, where the collection was built with another model or size of vectors than `embedder`'s.
 *
 * To change the model without a gap: run the re-index command with the new settings (`replaceModel`), then start the
 * servers with them one after the other. Those with the old settings keep searching the old collection, which is
 * dropped a day after the alias left it. A new version of the schema needs no command: the first server of the new
 * version builds its collection, with the vectors of the old one, and moves the alias when it is complete.
 */
export async function openMilvusPolicyIndex(options: MilvusIndexOptions): Promise<PolicyIndex> {
  const connection = connectMilvus(options);
  const keeper = createCollectionKeeper(connection, keeperOptions(options));
  try {
    await keeper.own();
  } catch (error) {
    if (!isUnavailable(error)) {
      await connection.close();
      throw error;
    }
  }
  const { denseWeight } = options;
  const embedder = (denseWeight > 0 && options.embedder) || null;
  const together = createSearchTogether(async (queries) => {
    const { name, kind } = await keeper.own();
    return await findRows({ connection, collection: name, embedder, dimension: kind.dimension }, queries);
  });
  const held = createHeldLibrary(keeper);
  return {
    async search(query) {
      const snapshot = held.current();
      if (!snapshot) return [];
      try {
        return await searchLibrary({ findRows: together, denseWeight }, snapshot, query);
      } catch (error) {
        held.heal();
        throw error;
      }
    },
    related: async (clauses, scope) => held.current()?.relatedTo(clauses, scope) ?? [],
    documentsInScope: async (scope) => held.current()?.filterOf(scope).documents ?? 0,
    rebuild: (clauses, synonyms) => held.replace(() => takeLibrary(clauses, synonyms)),
    async ping() {
      held.current();
      const { name } = await keeper.own();
      const query = { collection: name, field: "words", queries: ["policy"], filter: "", limit: 1 } as const;
      try {
        await searchCollection(connection, query);
      } catch (error) {
        // A Milvus that began again may have to be told to load the collection: not only when somebody asks something.
        held.heal();
        throw error;
      }
    },
    async close() {
      await held.stop();
      await connection.close();
    },
  };
}

function keeperOptions(options: MilvusIndexOptions): KeeperOptions {
  return {
    alias: options.collection,
    embedder: options.embedder ?? null,
    schemaVersion: options.schemaVersion ?? SCHEMA_VERSION,
    replaceModel: options.replaceModel ?? false,
    graceSeconds: options.graceSeconds ?? GRACE_SECONDS,
    keepSeconds: options.keepSeconds ?? KEEP_SECONDS,
  };
}
