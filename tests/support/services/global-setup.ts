import type { TestProject } from "vitest/node";
import type { Provided } from "./describe-with.ts";
import { ServiceMissingError } from "./service.ts";
import { startMilvus } from "./start-milvus.ts";
import { startMongo } from "./start-mongo.ts";
import { startRedis } from "./start-redis.ts";

/**
 * Starts what the suites share, once for all of them, and ends it after the last. What is not installed is said to
 * the suites, which skip; in CI nothing may be missing, and the run fails.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = new AsyncDisposableStack();
  const share = async <S extends AsyncDisposable>(
    start: () => Promise<S>,
    address: (service: S) => string,
  ): Promise<Provided> => {
    try {
      return { address: address(running.use(await start())) };
    } catch (error) {
      if (!(error instanceof ServiceMissingError) || process.env["CI"]) throw error;
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
  return () => running.disposeAsync();
}
