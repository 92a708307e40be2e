import { inject } from "vitest";
import { sharedServices } from "./describe-with.ts";

const kept = new Map<string, Record<string, string>>();

/**
 * Settings that put a server on the shared real services, in a database and under names of its own for each data
 * folder; none where the suites run over the embedded stores.
 */
export function realSettings(dataDir: string): Record<string, string> {
  if (process.env["TEST_SERVERS_ON"] !== "services") return {};
  const known = kept.get(dataDir);
  if (known) return known;
  const missing = (["mongo", "milvus", "redis"] as const).flatMap((name) => {
    const provided = inject(name);
    return "missing" in provided ? [provided.missing] : [];
  });
  if (missing[0] !== undefined) throw new Error(missing[0]);
  const { mongo, milvus, redis } = sharedServices();
  const settings = {
    MONGODB_URI: mongo.database(),
    REDIS_URL: redis.url,
    REDIS_PREFIX: redis.prefix(),
    MILVUS_ADDRESS: milvus.address,
    MILVUS_COLLECTION: milvus.collection(),
    SAMPLE_DATA: "1",
  };
  kept.set(dataDir, settings);
  return settings;
}

/** Whether the suites run over a database that has no index to read a part of a session by. */
export function readsWholeSessions(): boolean {
  return process.env["TEST_SERVERS_ON"] === "services" && process.env["MONGODB_URI"] === undefined;
}
