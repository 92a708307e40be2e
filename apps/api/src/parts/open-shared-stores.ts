import { CopilotError } from "@live-copilot/shared";
import { createMemorySignals } from "../adapters/memory/signals.ts";
import { connectMongo } from "../adapters/mongo/connect.ts";
import { openMongoCustomerDirectory } from "../adapters/mongo/customer-directory.ts";
import { prepareDatabase } from "../adapters/mongo/indexes.ts";
import { openMongoPolicyLibrary } from "../adapters/mongo/policy-library.ts";
import { onceInDatabase } from "../adapters/mongo/samples-mark.ts";
import { openMongoSessionLog } from "../adapters/mongo/session-log.ts";
import { openRedisSignals } from "../adapters/redis/signals.ts";
import { type Env, wantsSamples } from "../env.ts";
import { loadSamples, SAMPLES_LOADED } from "../ingest/load-samples.ts";
import type { Stores, StoresOptions } from "./stores.ts";

/** Opens the stores that any number of replicas share: MongoDB, and Redis where it is set. */
export async function openSharedStores(
  env: Env & { readonly MONGODB_URI: string },
  { samplesFolder, failed }: StoresOptions,
  opening: AsyncDisposableStack,
): Promise<Stores> {
  await prepareDatabase(env.MONGODB_URI);
  const { db } = opening.use(await connectMongo(env.MONGODB_URI));
  const [library, customers] = await Promise.all([
    openMongoPolicyLibrary(db),
    openMongoCustomerDirectory(db),
  ]);
  const once = onceInDatabase(db, SAMPLES_LOADED);
  if (wantsSamples(env)) await loadSamples(samplesFolder, { library, customers, once });
  const signals = env.REDIS_URL
    ? await openRedisSignals({ url: env.REDIS_URL, prefix: env.REDIS_PREFIX, onState: tellOfRedis(failed) })
    : createMemorySignals();
  opening.defer(() => signals.close());
  const log = await openMongoSessionLog({ db, signals, checkMs: env.LOG_CHECK_MS, failed });
  opening.defer(() => log.close());
  return { library, customers, log, signals };
}

/** Has the operator told once that Redis is away, and why; that it is back is seen in `/readyz` and the metrics. */
function tellOfRedis(failed: StoresOptions["failed"]) {
  return (state: "up" | "away", cause?: unknown) => {
    if (state === "away") failed(new CopilotError("UNAVAILABLE", "Redis cannot be reached.", { cause }));
  };
}
