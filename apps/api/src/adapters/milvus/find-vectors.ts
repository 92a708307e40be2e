import { CopilotError } from "@live-copilot/shared";
import type { Embedder } from "@live-copilot/shared/copilot";
import { z } from "zod";
import type { MilvusConnection } from "./connect.ts";
import { queryRows } from "./query-rows.ts";

/** A text of which a vector is wanted. */
export interface HashedText {
  readonly hash: string;
  readonly text: string;
}

export interface VectorSource {
  readonly connection: MilvusConnection;
  readonly embedder: Embedder;
  /** Collections with vectors of the same model, looked into in this order. */
  readonly collections: readonly string[];
  /** Numbers in a vector. */
  readonly dimension: number;
}

const rowsSchema = z.array(z.object({ text_hash: z.string(), dense: z.array(z.number()) }));

/**
 * The texts' vectors by their hashes: those that a collection has already, the others from the embedder. Rejects
 * with UNAVAILABLE, and with CONFLICT where the model now gives vectors of another length.
 */
export async function findVectors(
  source: VectorSource,
  texts: readonly HashedText[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const vectors = new Map<string, readonly number[]>();
  for (const collection of source.collections) {
    const wanted = texts.filter(({ hash }) => !vectors.has(hash));
    if (wanted.length === 0) break;
    // One that cannot be read now is passed over: embedding anew is right too, only dearer.
    const stored = await storedVectors(source.connection, collection, wanted).catch(() => []);
    for (const { text_hash, dense } of stored) {
      vectors.set(text_hash, dense);
    }
  }
  const fresh = [...new Map(texts.map((one) => [one.hash, one])).values()].filter(
    ({ hash }) => !vectors.has(hash),
  );
  if (fresh.length === 0) return vectors;
  const embedded = await source.embedder.embed(fresh.map(({ text }) => text));
  for (const [index, { hash }] of fresh.entries()) {
    const vector = embedded[index];
    if (vector?.length !== source.dimension) throw otherLength(source, vector?.length ?? 0);
    vectors.set(hash, vector);
  }
  return vectors;
}

async function storedVectors(
  connection: MilvusConnection,
  collection: string,
  texts: readonly HashedText[],
): Promise<z.infer<typeof rowsSchema>> {
  const hashes = texts.map(({ hash }) => `"${hash}"`).join(", ");
  const fields = ["text_hash", "dense"];
  const rows = await queryRows(connection, { collection, filter: `text_hash in [${hashes}]`, fields });
  return rowsSchema.parse(rows);
}

function otherLength({ embedder, dimension }: VectorSource, length: number): CopilotError {
  return new CopilotError(
    "CONFLICT",
    `The vectors of ${embedder.model} have ${length} numbers now; those in Milvus have ${dimension}. Set OPENAI_EMBEDDING_MODEL as it was, or build the index anew: npm run reindex.`,
  );
}
