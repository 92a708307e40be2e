import { ConsistencyLevelEnum } from "@zilliz/milvus2-sdk-node";
import { type MilvusConnection, WORK_MS } from "./connect.ts";
import { accepted } from "./milvus-error.ts";

/** Which rows of a collection, and what of them. */
export interface RowQuery {
  readonly collection: string;
  readonly filter: string;
  readonly fields: readonly string[];
  /** Rows at most; absent: as many as the filter names. */
  readonly limit?: number;
}

/** Reads rows; everything is seen that was written before. Rejects with UNAVAILABLE. */
export async function queryRows(connection: MilvusConnection, query: RowQuery): Promise<unknown> {
  const { collection, filter, fields, limit } = query;
  const answer = await connection.ask(
    async (client, callLimit) =>
      accepted(
        await client.query({
          ...callLimit,
          collection_name: collection,
          filter,
          output_fields: [...fields],
          consistency_level: ConsistencyLevelEnum.Strong,
          ...(limit !== undefined && { limit }),
        }),
      ),
    WORK_MS,
  );
  return answer.data;
}
