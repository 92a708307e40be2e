import { z } from "zod";
import type { MilvusConnection } from "./connect.ts";
import { queryRows } from "./query-rows.ts";

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
    const query = { collection, filter, fields: ["id", "written_at"], limit: MOST_ROWS };
    const found = await queryRows(connection, query);
    for (const { id, written_at } of rowsSchema.parse(found)) rows.set(id, written_at);
  }
  return rows;
}

/** How many rows there are, once everything is seen that was written before. Rejects with UNAVAILABLE. */
export async function countRows(connection: MilvusConnection, collection: string): Promise<number> {
  const [counted] = countSchema.parse(
    await queryRows(connection, { collection, filter: "", fields: ["count(*)"] }),
  );
  return counted?.["count(*)"] ?? 0;
}
