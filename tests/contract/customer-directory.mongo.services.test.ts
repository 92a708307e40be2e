import { connectMongo } from "@live-copilot/api/adapters/mongo/connect.ts";
import { openMongoCustomerDirectory } from "@live-copilot/api/adapters/mongo/customer-directory.ts";
import type { Customer } from "@live-copilot/shared";
import { expect, test, vi } from "vitest";
import { openMongo } from "../support/open-mongo.ts";
import { describeWith, ownService } from "../support/services/describe-with.ts";
import { startMongo } from "../support/services/start-mongo.ts";
import { describeCustomerDirectory } from "./customer-directory.contract.ts";

function customer(customerId: string, rest: Partial<Customer> = {}): Customer {
  return { customerId, name: customerId, phones: [], claims: [], limits: [], ...rest };
}

describeWith(["mongo"], "customer directory on MongoDB", ({ mongo }) => {
  describeCustomerDirectory("MongoDB", async () => {
    const { db, [Symbol.asyncDispose]: dispose } = await openMongo(mongo.database());
    return { ...(await openMongoCustomerDirectory(db)), [Symbol.asyncDispose]: dispose };
  });

  test("processes that open a new database and add the same customers at once all succeed", async () => {
    const uri = mongo.database();
    await using first = await openMongo(uri);
    await using second = await connectMongo(uri);
    await using third = await connectMongo(uri);
    const many = Array.from({ length: 60 }, (_, index) =>
      customer(`C-${index}`, { phones: ["+15125550142"] }),
    );
    const directories = await Promise.all(
      [first, second, third].map(({ db }) => openMongoCustomerDirectory(db)),
    );
    await Promise.all(directories.map((directory) => directory.put(many)));
    for (const directory of directories) {
      expect(await directory.count()).toBe(60);
      expect(await directory.byPhone("+15125550142")).toHaveLength(60);
    }
  });

  test("everyone who has a number comes in the order of their ids", async () => {
    await using connection = await openMongo(mongo.database());
    const directory = await openMongoCustomerDirectory(connection.db);
    const ids = ["C-3", "C-10", "B-7", "C-2"];
    await directory.put(ids.map((id) => customer(id, { phones: ["+15125550142"] })));
    const found = await directory.byPhone("+15125550142");
    expect(found.map(({ customerId }) => customerId)).toEqual(["B-7", "C-10", "C-2", "C-3"]);
  });

  test("of a customer who is given twice in one call the later stays", async () => {
    await using connection = await openMongo(mongo.database());
    const directory = await openMongoCustomerDirectory(connection.db);
    const later = customer("C-1", { name: "Later" });
    expect(await directory.put([customer("C-1"), later])).toEqual({ added: 1, changed: 1, unchanged: 0 });
    expect(await directory.byId("C-1")).toEqual(later);
  });

  test("a record that is wrong stops the call before anything is stored", async () => {
    await using connection = await openMongo(mongo.database());
    const directory = await openMongoCustomerDirectory(connection.db);
    await expect(directory.put([customer("C-1"), customer("")])).rejects.toThrow();
    expect(await directory.count()).toBe(0);
  });
});

test("a database that is away is said within five seconds, and customers are found once it is back", async (context) => {
  await using mongo = await ownService(context, startMongo);
  await using connection = await connectMongo(mongo.database());
  const directory = await openMongoCustomerDirectory(connection.db);
  await directory.put([customer("C-1")]);
  await mongo.stop();
  const asked = performance.now();
  await expect(directory.byId("C-1")).rejects.toMatchObject({ name: "CopilotError", reason: "UNAVAILABLE" });
  expect(performance.now() - asked).toBeLessThan(5_000);
  await expect(directory.put([customer("C-2")])).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  await mongo.start();
  await vi.waitFor(async () => expect(await directory.byId("C-1")).toEqual(customer("C-1")), 20_000);
});
