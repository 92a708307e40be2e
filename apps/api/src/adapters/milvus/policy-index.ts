import { CopilotError } from "@live-copilot/shared";
import type { Embedder, PolicyIndex } from "@live-copilot/shared/copilot";
import { createCollectionKeeper } from "./collection-keeper.ts";
import { SCHEMA_VERSION } from "./collection-names.ts";
import { connectMilvus, type MilvusServer } from "./connect.ts";
import { findRows } from "./find-rows.ts";
import { searchCollection } from "./search-collection.ts";
import { searchLibrary } from "./search-library.ts";
import { createSearchTogether } from "./search-together.ts";
import { type MilvusSnapshot, takeLibrary } from "./take-library.ts";

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
  const embedder = options.embedder ?? null;
  const keeper = createCollectionKeeper(connection, {
    alias: options.collection,
    embedder,
    schemaVersion: options.schemaVersion ?? SCHEMA_VERSION,
    replaceModel: options.replaceModel ?? false,
    graceSeconds: options.graceSeconds ?? GRACE_SECONDS,
    keepSeconds: options.keepSeconds ?? KEEP_SECONDS,
  });
  try {
    await keeper.own();
  } catch (error) {
    if (!(error instanceof CopilotError) || error.reason !== "UNAVAILABLE") {
      await connection.close();
      throw error;
    }
  }
  const search = {
    findRows: createSearchTogether(async (queries) => {
      const { name, kind } = await keeper.own();
      const meaning = options.denseWeight > 0 ? embedder : null;
      const finder = { connection, collection: name, embedder: meaning, dimension: kind.dimension };
      return await findRows(finder, queries);
    }),
    denseWeight: options.denseWeight,
  };
  const picture = createPicture(keeper);
  return {
    async search(query) {
      const snapshot = picture.current();
      if (!snapshot) return [];
      try {
        return await searchLibrary(search, snapshot, query);
      } catch (error) {
        picture.heal();
        throw error;
      }
    },
    related: async (clauses, scope) => picture.current()?.relatedTo(clauses, scope) ?? [],
    documentsInScope: async (scope) => picture.current()?.filterOf(scope).documents ?? 0,
    rebuild: (clauses, synonyms) => picture.replace(() => takeLibrary(clauses, synonyms)),
    async ping() {
      picture.current();
      const { name } = await keeper.own();
      const query = { collection: name, field: "words", queries: ["policy"], filter: "", limit: 1 } as const;
      await searchCollection(connection, query);
    },
    async close() {
      picture.stop();
      await connection.close();
    },
  };
}

/** What the server holds of the library now, and what has to be done in Milvus for it, one thing after the other. */
function createPicture(keeper: ReturnType<typeof createCollectionKeeper>) {
  let current: MilvusSnapshot | null = null;
  let wasAsked = false;
  let isHealing = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const result = running.then(work, work);
    running = result.catch(() => undefined);
    return result;
  };
  const cleanIn = (seconds: number | null) => {
    clearTimeout(timer);
    if (seconds !== null) timer = setTimeout(() => void next(clean), seconds * 1_000).unref();
  };
  const clean = async () => {
    if (current) cleanIn(await keeper.clean(current.rows).catch(() => GRACE_SECONDS));
  };
  return {
    /** Null before the first rebuild was asked for; throws UNAVAILABLE until one has succeeded. */
    current(): MilvusSnapshot | null {
      if (current || !wasAsked) return current;
      throw new CopilotError("UNAVAILABLE", "The policies cannot be searched yet: they are not in Milvus.", {
        retryAfter: 1,
      });
    },
    replace(take: () => Promise<MilvusSnapshot>): Promise<void> {
      wasAsked = true;
      return next(async () => {
        const snapshot = await take();
        await keeper.hold(snapshot.rows);
        current = snapshot;
        void next(clean);
      });
    },
    /** Looks after the collection when a search has failed, in the background; once at a time. */
    heal(): void {
      if (isHealing) return;
      isHealing = true;
      void next(async () => {
        if (current) await keeper.heal(current.rows).catch(() => undefined);
        isHealing = false;
      });
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}
