import { prepareDatabase, QUERIES } from "@live-copilot/api/adapters/mongo/indexes.ts";
import type { Db } from "mongodb";
import { expect, test } from "vitest";
import { isFerretDb } from "../support/is-ferretdb.ts";
import { openMongo } from "../support/open-mongo.ts";
import { readPlan } from "../support/read-plan.ts";
import { describeWith } from "../support/services/describe-with.ts";

/** A collection that nobody wrote to has no plans worth reading. */
async function fill(db: Db): Promise<void> {
  const collections = new Set(QUERIES.map(({ collection }) => collection));
  for (const name of collections) {
    await db.collection<{ _id: string }>(name).insertOne({ _id: "filled" });
  }
}

describeWith(["mongo"], "queries on MongoDB", ({ mongo }) => {
  test("every query that is listed is served by the index that is listed with it", async ({ skip }) => {
    const uri = mongo.database();
    await using connection = await openMongo(uri);
    const { db } = connection;
    const isFerret = await isFerretDb(db);
    skip(isFerret, "FerretDB explains in PostgreSQL's terms; a MongoDB in MONGODB_URI is asked");
    await prepareDatabase(uri);
    await fill(db);
    for (const { what, collection, filter, sort, projection, index } of QUERIES) {
      const find = { find: collection, filter, ...(sort && { sort }), ...(projection && { projection }) };
      const plan = readPlan(await db.command({ explain: find, verbosity: "queryPlanner" }));
      expect(plan, what).not.toBeNull();
      expect(plan?.indexes, what).toEqual([index]);
      expect(plan?.stages, what).not.toContain("COLLSCAN");
      expect(plan?.stages, what).not.toContain("SORT");
    }
  });

  test("the indexes are there, also when two make them at once, and again", async () => {
    const uri = mongo.database();
    await using connection = await openMongo(uri);
    const { db } = connection;
    await Promise.all([prepareDatabase(uri), prepareDatabase(uri)]);
    await prepareDatabase(uri);
    for (const { collection, index } of QUERIES) {
      if (index === "_id_") continue;
      expect(await db.collection(collection).indexExists(index), `${index} of ${collection}`).toBe(true);
    }
  });
});

test.each([
  { winningPlan: { stage: "FETCH", inputStage: { stage: "IXSCAN", indexName: "a_1" } }, indexes: ["a_1"] },
  {
    winningPlan: {
      queryPlan: { stage: "FETCH", inputStage: { stage: "IXSCAN", indexName: "a_1" } },
      slotBasedPlan: { stages: "[1] nlj" },
    },
    indexes: ["a_1"],
  },
  { winningPlan: { stage: "EXPRESS_IXSCAN", indexName: "_id_" }, indexes: ["_id_"] },
  { winningPlan: { stage: "IDHACK" }, indexes: ["_id_"] },
  { winningPlan: { stage: "SORT", inputStage: { stage: "COLLSCAN" } }, indexes: [] },
])("the indexes of a plan are read: %j", ({ winningPlan, indexes }) => {
  const rejectedPlans = [{ stage: "IXSCAN", indexName: "other" }];
  expect(readPlan({ queryPlanner: { winningPlan, rejectedPlans } })?.indexes).toEqual(indexes);
  expect(readPlan({ queryPlanner: { Plan: {} } })).toBeNull();
});
