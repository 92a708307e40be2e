import { ConsistencyLevelEnum } from "@zilliz/milvus2-sdk-node";
import { z } from "zod";
import type { MilvusConnection } from "./connect.ts";
import type { RowHit } from "./fuse-hits.ts";
import { accepted } from "./milvus-error.ts";

/** A card waits for the search: better say that policies cannot be searched than hang. */
const SEARCH_MS = 900;

const hitsSchema = z.array(z.object({ id: z.string(), score: z.number() }));

/** Searches that go to Milvus together: they share the filter and the number of hits. */
export interface CollectionSearch {
  readonly collection: string;
  readonly field: "words" | "dense";
  /** Texts for `words`, vectors for `dense`; none of them empty. */
  readonly queries: readonly (string | number[])[];
  readonly filter: string;
  readonly limit: number;
}

/**
 * The nearest rows for each query, best first, those without any nearness left out. Bounded staleness is enough:
 * `holdRows` waits until what it wrote is seen. Rejects with UNAVAILABLE.
 */
export async function searchCollection(
  connection: MilvusConnection,
  { collection, field, queries, filter, limit }: CollectionSearch,
): Promise<readonly (readonly RowHit[])[]> {
  if (queries.length === 0) return [];
  const results = await connection.ask(async (client, limits) => {
    const answer = await client.search({
      ...limits,
      collection_name: collection,
      anns_field: field,
      data: [...queries] as string[] | number[][],
      filter,
      limit,
      output_fields: ["id"],
      metric_type: field === "words" ? "BM25" : "COSINE",
      ...(field === "dense" && { params: { ef: Math.max(limit, 64) } }),
      consistency_level: ConsistencyLevelEnum.Bounded,
    });
    return accepted(answer).results;
  }, SEARCH_MS);
  // The SDK gives one query's hits without a list around them, and an empty list where no query has any.
  const perQuery = queries.length === 1 ? [results] : results;
  return queries.map((_, index) => readHits(field, perQuery[index] ?? []));
}

function readHits(field: CollectionSearch["field"], found: unknown): readonly RowHit[] {
  // Milvus Lite gives BM25 as a distance: the same figure below zero.
  const nearness = field === "words" ? Math.abs : (score: number) => score;
  return hitsSchema
    .parse(found)
    .map(({ id, score }) => ({ id, score: nearness(score) }))
    .filter(({ score }) => score > 0);
}
