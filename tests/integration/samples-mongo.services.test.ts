import { fileURLToPath } from "node:url";
import { connectMongo } from "@live-copilot/api/adapters/mongo/connect.ts";
import { openMongoCustomerDirectory } from "@live-copilot/api/adapters/mongo/customer-directory.ts";
import { openMongoPolicyLibrary } from "@live-copilot/api/adapters/mongo/policy-library.ts";
import { onceInDatabase } from "@live-copilot/api/adapters/mongo/samples-mark.ts";
import { loadSamples, SAMPLES_LOADED } from "@live-copilot/api/ingest/load-samples.ts";
import { expect, test } from "vitest";
import { openMongo } from "../support/open-mongo.ts";
import { describeWith } from "../support/services/describe-with.ts";

const SAMPLES = fileURLToPath(new URL("../../samples", import.meta.url));

describeWith(["mongo"], "samples on MongoDB", ({ mongo }) => {
  test("replicas that start at once on a new database load them once, and removed ones stay away", async () => {
    const uri = mongo.database();
    await using connection = await openMongo(uri);
    let loads = 0;
    const start = async () => {
      await using own = await connectMongo(uri);
      const [library, customers] = await Promise.all([
        openMongoPolicyLibrary(own.db),
        openMongoCustomerDirectory(own.db),
      ]);
      const inDatabase = onceInDatabase(own.db, SAMPLES_LOADED);
      const once = (work: () => Promise<void>) =>
        inDatabase(async () => {
          loads += 1;
          await work();
        });
      await loadSamples(SAMPLES, { library, customers, once });
      return { documents: (await library.list()).length, customers: await customers.count() };
    };
    const [first, ...others] = await Promise.all([start(), start(), start()]);
    expect(loads).toBe(1);
    expect(first?.documents).toBeGreaterThan(10);
    expect(first?.customers).toBeGreaterThan(10);
    expect(others).toEqual([first, first]);
    const library = await openMongoPolicyLibrary(connection.db);
    expect(await library.revision()).toBe(1);
    await library.remove("systems");
    expect((await start()).documents).toBeLessThan(first?.documents ?? 0);
    expect(loads).toBe(1);
  });

  test("work that fails is told, and the next who comes does it at once", async () => {
    await using connection = await openMongo(mongo.database());
    const once = onceInDatabase(connection.db, "work");
    await expect(once(() => Promise.reject(new Error("broken samples")))).rejects.toThrow("broken samples");
    const done: string[] = [];
    await once(async () => void done.push("first"));
    await once(async () => void done.push("second"));
    expect(done).toEqual(["first"]);
  });

  test("who died over it holds the others up for the lease only", async () => {
    await using connection = await openMongo(mongo.database());
    const { promise: never, resolve: letGo } = Promise.withResolvers<void>();
    const dead = onceInDatabase(connection.db, "work", 300);
    const { promise: isClaimed, resolve: claimed } = Promise.withResolvers<void>();
    const dying = dead(() => {
      claimed();
      return never;
    });
    await isClaimed;
    const started = performance.now();
    const done: string[] = [];
    await Promise.all(
      ["a", "b"].map((name) => onceInDatabase(connection.db, "work", 300)(async () => void done.push(name))),
    );
    expect(done).toHaveLength(1);
    expect(performance.now() - started).toBeGreaterThanOrEqual(300);
    letGo();
    await dying;
  });
});
