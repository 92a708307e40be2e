import { MongoClient } from "mongodb";
import { dropCollections, dropDatabases } from "../support/services/drop-left.ts";
import { startMilvus } from "../support/services/start-milvus.ts";
import { startMongo } from "../support/services/start-mongo.ts";
import { startRedis } from "../support/services/start-redis.ts";

/** MongoDB, Milvus and Redis for one part of the bench, under names that nobody else uses. */
export interface BenchServices extends AsyncDisposable {
  /** The database of this part. */
  readonly mongoUri: string;
  /** What a server is started with to run on them. */
  readonly settings: Readonly<Record<string, string>>;
  /** Takes every session out of the database, as retention would. */
  emptyLog(): Promise<void>;
}

/**
 * Starts the services, or takes those that MONGODB_URI, MILVUS_ADDRESS and REDIS_URL name; what was made on those is
 * deleted at the end. Throws ServiceMissingError.
 */
export async function openServices(): Promise<BenchServices> {
  await using opening = new AsyncDisposableStack();
  const mongo = opening.use(await startMongo());
  const milvus = opening.use(await startMilvus());
  const redis = opening.use(await startRedis());
  if (!mongo.canStop) opening.defer(() => dropDatabases(mongo.uri));
  if (!milvus.canStop) opening.defer(() => dropCollections(milvus.address));
  const mongoUri = mongo.database();
  const settings = {
    MONGODB_URI: mongoUri,
    MILVUS_ADDRESS: milvus.address,
    MILVUS_COLLECTION: milvus.collection(),
    REDIS_URL: redis.url,
    REDIS_PREFIX: redis.prefix(),
    SAMPLE_DATA: "1",
  };
  const client = await new MongoClient(mongoUri).connect();
  opening.defer(() => client.close());
  const opened = opening.move();
  return {
    mongoUri,
    settings,
    async emptyLog() {
      for (const name of ["appends", "sessions"]) await client.db().collection(name).deleteMany({});
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
