import { describe, inject, type TestContext, test } from "vitest";
import { type Service, ServiceMissingError } from "./service.ts";
import { type MilvusAddress, milvusAddress } from "./start-milvus.ts";
import { type MongoAddress, mongoAddress } from "./start-mongo.ts";
import { type RedisAddress, redisAddress } from "./start-redis.ts";

/** What `global-setup.ts` hands to the suites: where a server is, or why there is none. */
export type Provided = { readonly address: string } | { readonly missing: string };

declare module "vitest" {
  interface ProvidedContext {
    mongo: Provided;
    milvus: Provided;
    redis: Provided;
  }
}

/** The servers that all suites share. They run at the same time, so each keeps to names of its own. */
export interface SharedServices {
  readonly mongo: MongoAddress;
  readonly milvus: MilvusAddress;
  readonly redis: RedisAddress;
}

/**
 * A suite over shared services, for files named `*.services.test.ts`:
 * `describeWith(["mongo"], "customers", ({ mongo }) => { test("…", () => connect(mongo.database())) })`.
 * Where one of them cannot run here, the suite is reported as skipped, with the reason.
 */
export function describeWith<const Name extends keyof SharedServices>(
  names: readonly Name[],
  title: string,
  suite: (services: Pick<SharedServices, Name>) => void,
): void {
  const missing = names.map(reasonMissing).find((reason) => reason !== undefined);
  describe(title, () => {
    if (missing) return void test("its services", (context) => context.skip(missing));
    suite(sharedServices());
  });
}

/**
 * Starts a service for one test that stops it on the way: `await using mongo = await ownService(context, startMongo)`.
 * Skips the test, with the reason, where the service is missing or where a setting names one that is not ours to stop.
 */
export async function ownService<S extends Service>(
  context: TestContext,
  start: () => Promise<S>,
): Promise<S> {
  const service = await start().catch((error: unknown) => {
    if (error instanceof ServiceMissingError && !process.env["CI"]) return context.skip(error.message);
    throw error;
  });
  if (!service.canStop) context.skip("a setting names this server: it is not ours, so it is not stopped");
  return service;
}

function reasonMissing(name: keyof SharedServices): string | undefined {
  const provided = inject(name);
  return "missing" in provided ? provided.missing : undefined;
}

/** Those that are there; a suite sees only what it asked for. */
export function sharedServices(): SharedServices {
  const at = (name: keyof SharedServices) => {
    const provided = inject(name);
    return "address" in provided ? provided.address : "";
  };
  return {
    mongo: mongoAddress(at("mongo")),
    milvus: milvusAddress(at("milvus")),
    redis: redisAddress(at("redis")),
  };
}
