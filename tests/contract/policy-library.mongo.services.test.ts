import { connectMongo } from "@live-copilot/api/adapters/mongo/connect.ts";
import { openMongoPolicyLibrary } from "@live-copilot/api/adapters/mongo/policy-library.ts";
import type { Db } from "mongodb";
import { describe, expect, test, vi } from "vitest";
import { startCutProxy } from "../support/cut-proxy.ts";
import { openMongo } from "../support/open-mongo.ts";
import { clauseOf, documentOf } from "../support/policies.ts";
import { describeWith, ownService } from "../support/services/describe-with.ts";
import { startMongo } from "../support/services/start-mongo.ts";
import { describePolicyLibrary } from "./policy-library.contract.ts";

/** The command that makes a change true, as it stands on the wire. */
const REVISION_INSERTED = /insert\0.{4}policy_revisions/s;

describeWith(["mongo"], "policy library on MongoDB", ({ mongo }) => {
  describePolicyLibrary("MongoDB", async () => {
    const { db, [Symbol.asyncDispose]: dispose } = await openMongo(mongo.database());
    return { ...(await openMongoPolicyLibrary(db)), [Symbol.asyncDispose]: dispose };
  });
  describeRaces(mongo.database);
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

  test("readers see a library that was, whole, while versions are replaced all the time", async () => {
    await using opened = await openLibraries(database(), 2);
    const [writer, reader] = opened.libraries;
    const pair = (words: string) =>
      ["a", "b"].map((documentId) =>
        documentOf({ documentId, clauses: [clauseOf("pipes", { text: words })] }),
      );
    await writer?.put(pair("0"));
    let writing = true;
    const replace = async () => {
      for (let round = 1; round <= 15; round += 1) {
        await writer?.put([documentOf({ documentId: "c", version: `${round}` })], { retireOthers: true });
        await writer?.remove("a");
        await writer?.remove("b");
        await writer?.put(pair(String(round)), { retireOthers: true });
      }
    };
    const replacing = replace().finally(() => {
      writing = false;
    });
    while (writing) {
      const clauses = (await reader?.clauses()) ?? [];
      const words = new Set(clauses.filter(({ documentId }) => documentId !== "c").map(({ text }) => text));
      expect(words.size).toBeLessThanOrEqual(1);
      expect((await reader?.document("a", "1"))?.clauses).not.toEqual([]);
    }
    await replacing;
  });
}

describe.each([
  { delivered: false, made: "nothing of it is to be seen" },
  { delivered: true, made: "it is made as a whole" },
])("a change whose writer is gone at the last step, arrived: $delivered", ({ delivered, made }) => {
  test(`${made}, and what is left over goes with the next change`, async (context) => {
    await using mongo = await ownService(context, startMongo);
    const { port, pathname } = new URL(mongo.database());
    await using proxy = await startCutProxy(Number(port), { at: REVISION_INSERTED, delivered });
    await using opened = await openLibraries(`mongodb://127.0.0.1:${port}${pathname}`, 1);
    await using dying = await connectMongo(`mongodb://127.0.0.1:${proxy.port}${pathname}`);
    const dyingLibrary = await openMongoPolicyLibrary(dying.db);
    const [library] = opened.libraries;
    await library?.put([documentOf(), documentOf({ documentId: "old" })]);
    const also = { retireOthers: true, synonyms: [["a", "b"]] };
    await expect(dyingLibrary.put([documentOf({ version: "2" })], also)).rejects.toMatchObject({
      name: "CopilotError",
      reason: "UNAVAILABLE",
    });
    const versions = (await library?.list())?.map(({ documentId, version }) => `${documentId}@${version}`);
    expect(versions).toEqual(delivered ? ["terms@1", "terms@2"] : ["old@1", "terms@1"]);
    expect(await library?.revision()).toBe(delivered ? 2 : 1);
    expect(await library?.synonyms()).toEqual(delivered ? also.synonyms : []);
    expect(await library?.document("terms", "2")).toEqual(delivered ? documentOf({ version: "2" }) : null);
    // Two versions and a manifest were there; the change brought its own.
    expect(await storedTexts(opened.db)).toHaveLength(3 + 2);
    await library?.put([documentOf({ version: "3" })]);
    expect(await storedTexts(opened.db)).toHaveLength(delivered ? 5 : 4);
  });
});

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
