import { connectMongo } from "@live-copilot/api/adapters/mongo/connect.ts";
import { expect, test } from "vitest";
import { describeWith } from "../support/services/describe-with.ts";

describeWith(["mongo"], "a connection to MongoDB", ({ mongo }) => {
  test("reads the primary and waits for the journals of a majority, whatever its URI asks for", async () => {
    const uri = new URL(mongo.database());
    const asked = {
      readPreference: "secondaryPreferred",
      readConcernLevel: "local",
      w: "1",
      journal: "false",
    };
    for (const [name, value] of Object.entries(asked)) uri.searchParams.set(name, value);
    await using connection = await connectMongo(uri.href);
    const { readPreference, readConcern, writeConcern } = connection.db.collection("appends");
    expect(readPreference?.mode).toBe("primary");
    expect(readConcern?.level).toBe("majority");
    expect(writeConcern).toMatchObject({ w: "majority", journal: true });
  });
});
