import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import type { Provided } from "./describe-with.ts";
import { dropCollections, dropDatabases } from "./drop-left.ts";
import { ServiceMissingError } from "./service.ts";
import { startMilvus } from "./start-milvus.ts";
import { startMongo } from "./start-mongo.ts";
import { startRedis } from "./start-redis.ts";

/**
 * Starts what the suites share, once for all of them, and ends it after the last. What is not installed is said to
 * the suites, which skip; in CI nothing may be missing, and the run fails. On servers that settings name, what the
 * suites made is deleted.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The suites run in processes of their own, which begin with this environment.
  process.env["TEST_RUN"] = randomBytes(4).toString("hex");
  const running = new AsyncDisposableStack();
  const share = async <S extends AsyncDisposable>(
    start: () => Promise<S>,
    address: (service: S) => string,
  ): Promise<Provided> => {
    try {
      return { address: address(running.use(await start())) };
    } catch (error) {
      if (!(error instanceof ServiceMissingError) || process.env["CI"]) throw error;
      process.stderr.write(`Suites are skipped: ${error.message}\n`);
      return { missing: error.message };
    }
  };
  const shared = await Promise.allSettled([
    share(startMongo, (mongo) => mongo.uri).then((mongo) => project.provide("mongo", mongo)),
    share(startMilvus, (milvus) => milvus.address).then((milvus) => project.provide("milvus", milvus)),
    share(startRedis, (redis) => redis.url).then((redis) => project.provide("redis", redis)),
  ]);
  const failed = shared.find((one) => one.status === "rejected");
  if (failed) {
    await running.disposeAsync();
    throw failed.reason;
  }
  const { MONGODB_URI: mongo, MILVUS_ADDRESS: milvus } = process.env;
  if (mongo) running.defer(() => dropDatabases(mongo));
  if (milvus) running.defer(() => dropCollections(milvus));
  return () => running.disposeAsync();
}
