import { ConsistencyLevelEnum } from "@zilliz/milvus2-sdk-node";
import { z } from "zod";
import { type MilvusConnection, WORK_MS } from "./connect.ts";
import { accepted } from "./milvus-error.ts";

/** Rows that Milvus gives at most in one answer. */
const MOST_ROWS = 16_384;
const FIRST_DIGITS = [..."0123456789abcdef"];

const countSchema = z.array(z.object({ "count(*)": z.coerce.number() })).length(1);
const rowsSchema = z.array(z.object({ id: z.string(), written_at: z.coerce.number() }));

/**
 * When each row of a collection was written, in seconds since the epoch, by its id; everything is seen that was
 * written before. Rejects with UNAVAILABLE.
 */
export async function listRows(
  connection: MilvusConnection,
  collection: string,
): Promise<ReadonlyMap<string, number>> {
  const count = await countRows(connection, collection);
  const filters = count <= MOST_ROWS ? ['id != ""'] : FIRST_DIGITS.map((digit) => `id like "${digit}%"`);
  const rows = new Map<string, number>();
  for (const filter of filters) {
    const found = await query(connection, collection, { filter, fields: ["id", "written_at"] });
    for (const { id, written_at } of rowsSchema.parse(found)) rows.set(id, written_at);
  }
  return rows;
}

/** How many rows there are, once everything is seen that was written before. Rejects with UNAVAILABLE. */
export async function countRows(connection: MilvusConnection, collection: string): Promise<number> {
  const [counted] = countSchema.parse(
    await query(connection, collection, { filter: "", fields: ["count(*)"] }),
  );
  return counted?.["count(*)"] ?? 0;
}

async function query(
  connection: MilvusConnection,
  collection: string,
  { filter, fields }: { readonly filter: string; readonly fields: readonly string[] },
): Promise<unknown> {
  const isCount = filter === "";
  const answer = await connection.ask(
    async (client, limit) =>
      accepted(
        await client.query({
          ...limit,
          collection_name: collection,
          filter,
          output_fields: [...fields],
          consistency_level: ConsistencyLevelEnum.Strong,
          ...(!isCount && { limit: MOST_ROWS }),
        }),
      ),
    WORK_MS,
  );
  return answer.data;
}
