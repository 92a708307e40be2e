import { connectMongo } from "@live-copilot/api/adapters/mongo/connect.ts";
import { openMongoPolicyLibrary } from "@live-copilot/api/adapters/mongo/policy-library.ts";
import type { Db } from "mongodb";
import { expect, test, vi } from "vitest";
import { openMongo } from "../support/open-mongo.ts";
import { clauseOf, documentOf } from "../support/policies.ts";
import { describeWith, ownService } from "../support/services/describe-with.ts";
import { startMongo } from "../support/services/start-mongo.ts";
import { describePolicyLibrary } from "./policy-library.contract.ts";

describeWith(["mongo"], "policy library on MongoDB", ({ mongo }) => {
  describePolicyLibrary("MongoDB", async () => {
    const { db, [Symbol.asyncDispose]: dispose } = await openMongo(mongo.database());
    return { ...(await openMongoPolicyLibrary(db)), [Symbol.asyncDispose]: dispose };
  });
  describeRaces(mongo.database);

  test("a document that no database could hold is refused, and nothing of the call is stored", async () => {
    await using opened = await openLibraries(mongo.database(), 1);
    const [library] = opened.libraries;
    const long = documentOf({
      documentId: "long",
      clauses: [clauseOf("all", { text: "é".repeat(8_000_000) })],
    });
    await expect(library?.put([documentOf(), long])).rejects.toMatchObject({
      reason: "TOO_LARGE",
      message: "Version 1 of long is too large: split the document.",
    });
    expect(await library?.revision()).toBe(0);
    expect(await storedTexts(opened.db)).toEqual([]);
  });

  test("a document of the longest file that is read is stored, word for word", async () => {
    await using opened = await openLibraries(mongo.database(), 1);
    const [library] = opened.libraries;
    const long = documentOf({ clauses: [clauseOf("all", { text: "\u0001€".repeat(1_000_000) })] });
    await library?.put([long]);
    expect(await library?.document("terms", "1")).toEqual(long);
  });
});

/** Libraries over one new database, each with a connection of its own. */
async function openLibraries(uri: string, count: number) {
  await using opening = new AsyncDisposableStack();
  const { db } = opening.use(await openMongo(uri));
  const connections = await Promise.all(Array.from({ length: count }, () => connectMongo(uri)));
  for (const connection of connections) opening.use(connection);
  const libraries = await Promise.all(connections.map((connection) => openMongoPolicyLibrary(connection.db)));
  const closing = opening.move();
  return { db, libraries, [Symbol.asyncDispose]: () => closing.disposeAsync() };
}

/** Ids of all stored texts: manifests and versions, referred to or not. */
async function storedTexts(db: Db): Promise<string[]> {
  const found = await db.collection("policy_texts").find().toArray();
  return found.map(({ _id }) => String(_id)).sort();
}

function describeRaces(database: () => string): void {
  test("of those who add at the same time nobody's version is lost, and the revision rises once for each", async () => {
    await using opened = await openLibraries(database(), 4);
    const rounds = 5;
    await Promise.all(
      opened.libraries.map(async (library, writer) => {
        for (let round = 0; round < rounds; round += 1) {
          await library.put([documentOf({ documentId: `d${writer}`, version: `${round}` })]);
        }
      }),
    );
    for (const library of opened.libraries) {
      const listed = await library.list();
      expect(listed.map(({ documentId, version }) => `${documentId}@${version}`)).toEqual(
        [0, 1, 2, 3].flatMap((writer) => [0, 1, 2, 3, 4].map((round) => `d${writer}@${round}`)),
      );
      expect(await library.revision()).toBe(4 * rounds);
      expect(await library.clauses()).toHaveLength(4 * rounds);
    }
    // Twenty versions and the manifest in force: whatever lost a race is gone.
    expect(await storedTexts(opened.db)).toHaveLength(4 * rounds + 1);
  });

  test("of those who add the same version at the same time one adds it, and the others find it unchanged", async () => {
    await using opened = await openLibraries(database(), 3);
    const changes = await Promise.all(opened.libraries.map((library) => library.put([documentOf()])));
    expect(changes.flatMap(({ added }) => added)).toHaveLength(1);
    expect(changes.flatMap(({ unchanged }) => unchanged)).toHaveLength(2);
    for (const library of opened.libraries) expect(await library.revision()).toBe(1);
  });

  test("of those who add one version with different words at the same time one is refused", async () => {
    await using opened = await openLibraries(database(), 2);
    const puts = await Promise.allSettled(
      opened.libraries.map((library, index) =>
        library.put([documentOf({ clauses: [clauseOf("pipes", { text: `Words ${index}.` })] })]),
      ),
    );
    const refused = puts.filter((put) => put.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ reason: "CONFLICT", fields: [{ field: "terms@1" }] });
  });
}

test("a database that is away is said within five seconds, and the library answers once it is back", async (context) => {
  await using mongo = await ownService(context, startMongo);
  await using connection = await connectMongo(mongo.database());
  const library = await openMongoPolicyLibrary(connection.db);
  await library.put([documentOf()]);
  await mongo.stop();
  const asked = performance.now();
  await expect(library.revision()).rejects.toMatchObject({ name: "CopilotError", reason: "UNAVAILABLE" });
  expect(performance.now() - asked).toBeLessThan(5_000);
  await expect(library.put([documentOf({ version: "2" })])).rejects.toMatchObject({ reason: "UNAVAILABLE" });
  await mongo.start();
  await vi.waitFor(async () => expect(await library.revision()).toBe(1), 20_000);
  expect(await library.document("terms", "1")).toEqual(documentOf());
});
