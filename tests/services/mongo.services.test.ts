import { MongoClient } from "mongodb";
import { expect, test } from "vitest";
import { describeWith, ownService } from "../support/services/describe-with.ts";
import { startMongo } from "../support/services/start-mongo.ts";

interface Phone {
  readonly _id: string;
  readonly number: string;
}

async function open(uri: string, maxPoolSize = 10) {
  const client = new MongoClient(uri, { maxPoolSize });
  return { client, phones: client.db().collection<Phone>("phones") };
}

describeWith(["mongo"], "the shared MongoDB", ({ mongo }) => {
  test("stores, finds, and keeps what must be unique unique", async () => {
    const { client, phones } = await open(mongo.database());
    try {
      await phones.createIndex({ number: 1 }, { unique: true });
      await phones.insertOne({ _id: "a", number: "+15550100" });
      await expect(phones.insertOne({ _id: "b", number: "+15550100" })).rejects.toMatchObject({
        code: 11_000,
      });
      expect(await phones.find({ number: "+15550100" }).toArray()).toEqual([
        { _id: "a", number: "+15550100" },
      ]);
    } finally {
      await client.db().dropDatabase();
      await client.close();
    }
  });

  test("carries out more updates at once than all suites together send", async () => {
    const { client, phones } = await open(mongo.database(), 300);
    try {
      await phones.insertOne({ _id: "a", number: "+15550100" });
      for (let round = 0; round < 5; round += 1) {
        const updates = Array.from({ length: 300 }, (_, n) =>
          phones.updateOne({ _id: `${n}` }, { $max: { number: `${round}` } }, { upsert: true }),
        );
        expect(await Promise.all(updates)).toHaveLength(300);
      }
    } finally {
      await client.db().dropDatabase();
      await client.close();
    }
  });

  test("gives each suite a database of its own", async () => {
    const [here, there] = [await open(mongo.database()), await open(mongo.database())];
    try {
      await here.phones.insertOne({ _id: "a", number: "+15550100" });
      expect(await there.phones.countDocuments()).toBe(0);
    } finally {
      await here.client.db().dropDatabase();
      await Promise.all([here.client.close(), there.client.close()]);
    }
  });
});

test("a MongoDB of one's own is away when it was stopped, and comes back with its data", async (context) => {
  await using mongo = await ownService(context, startMongo);
  const uri = mongo.database();
  const before = await open(uri);
  await before.phones.insertOne(
    { _id: "a", number: "+15550100" },
    { writeConcern: { w: "majority", j: true } },
  );
  await before.client.close();
  await mongo.stop();
  const away = new MongoClient(uri, { serverSelectionTimeoutMS: 300 });
  await expect(away.db().command({ ping: 1 })).rejects.toThrow("ECONNREFUSED");
  await away.close();
  await mongo.start();
  const after = await open(uri);
  expect(await after.phones.find().toArray()).toEqual([{ _id: "a", number: "+15550100" }]);
  await after.client.close();
});
