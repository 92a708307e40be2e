import { connectMongo } from "@live-copilot/api/adapters/mongo/connect.ts";
import { openMongoPolicyLibrary } from "@live-copilot/api/adapters/mongo/policy-library.ts";
import type { PolicyLibrary } from "@live-copilot/shared/copilot";
import { beforeEach, expect, test } from "vitest";
import { type CutProxy, openCutProxy } from "../support/cut-proxy.ts";
import { openMongo } from "../support/open-mongo.ts";
import { documentOf } from "../support/policies.ts";
import { describeWith } from "../support/services/describe-with.ts";

/** Messages as they stand on the wire. */
const INSERT_REVISION = /insert\0.{4}policy_revisions/s;
const FIND_MANIFEST = /find\0.{4}policy_texts/s;
const FIND_VERSIONS = /find\0.{4}policy_texts.*\$in/s;
const FIND_LEFT_OVERS = /find\0.{4}policy_texts.*base\0.*\$lt/s;

const LOCAL = /\/\/(?:[^@/]*@)?127\.0\.0\.1:(\d+)/;

/** A new database, and libraries over it, each with a cable of its own. */
async function openPlace(uri: string) {
  const opened = new AsyncDisposableStack();
  const { db } = opened.use(await openMongo(uri));
  const port = LOCAL.exec(uri)?.[1] ?? "";
  return {
    async open(): Promise<{ readonly library: PolicyLibrary; readonly cable: CutProxy }> {
      const cable = opened.use(await openCutProxy({ port: Number(port) }));
      const connection = opened.use(await connectMongo(uri.replace(`:${port}`, `:${cable.port}`)));
      return { library: await openMongoPolicyLibrary(connection.db), cable };
    },
    /** All that is stored: manifests and versions, referred to or not. */
    texts: () => db.collection("policy_texts").countDocuments(),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function answering(library: PolicyLibrary): Promise<string[]> {
  return (await library.list()).map(({ documentId, version }) => `${documentId}@${version}`);
}

describeWith(["mongo"], "the steps of a change to the library on MongoDB", ({ mongo }) => {
  beforeEach(({ skip }) =>
    skip(!LOCAL.test(mongo.uri), "a cable that can be cut needs one server on loopback"),
  );

  test.each([
    { moment: "before" as const, isMade: false, made: "nothing of it is to be seen" },
    { moment: "after" as const, isMade: true, made: "it is made as a whole" },
  ])(
    "cut off $moment its last step $made, and what is left over goes with the next change",
    async (given) => {
      await using place = await openPlace(mongo.database());
      const [dying, { library }] = [await place.open(), await place.open()];
      await library.put([documentOf(), documentOf({ documentId: "old" })]);
      const isCut = dying.cable.cut(INSERT_REVISION, given.moment);
      const also = { retireOthers: true, synonyms: [["a", "b"]] };
      await expect(dying.library.put([documentOf({ version: "2" })], also)).rejects.toMatchObject({
        name: "CopilotError",
        reason: "UNAVAILABLE",
      });
      expect(isCut()).toBe(true);
      expect(await answering(library)).toEqual(given.isMade ? ["terms@1", "terms@2"] : ["old@1", "terms@1"]);
      expect(await library.revision()).toBe(given.isMade ? 2 : 1);
      expect(await library.synonyms()).toEqual(given.isMade ? also.synonyms : []);
      const added = await library.document("terms", "2");
      expect(added).toEqual(given.isMade ? documentOf({ version: "2" }) : null);
      // Two versions and a manifest were there; the change brought its own.
      expect(await place.texts()).toBe(3 + 2);
      await library.put([documentOf({ version: "3" })]);
      expect(await place.texts()).toBe(given.isMade ? 5 : 4);
    },
  );

  test("a change that is late builds on the one that came first", async () => {
    await using place = await openPlace(mongo.database());
    const [first, late] = [(await place.open()).library, await place.open()];
    late.cable.hold(INSERT_REVISION, async () => {
      await first.put([documentOf({ documentId: "a" })], { synonyms: [["a", "b"]] });
      await first.put([documentOf({ documentId: "b" })]);
    });
    const change = await late.library.put([documentOf({ documentId: "c" })], { retireOthers: true });
    expect(change.retired.map(({ documentId }) => documentId)).toEqual(["a", "b"]);
    expect(await answering(first)).toEqual(["c@1"]);
    expect(await first.synonyms()).toEqual([["a", "b"]]);
    expect(await first.revision()).toBe(3);
    expect(await place.texts()).toBe(3 + 1);
  });

  test("tidying up leaves what another is writing for the next revision", async () => {
    await using place = await openPlace(mongo.database());
    const [writer, tidying] = [await place.open(), await place.open()];
    const written = Promise.withResolvers<void>();
    const tidy = Promise.withResolvers<void>();
    writer.cable.hold(INSERT_REVISION, () => {
      written.resolve();
      return tidy.promise;
    });
    let writing: Promise<unknown> | undefined;
    tidying.cable.hold(FIND_LEFT_OVERS, () => {
      writing = writer.library.put([documentOf({ documentId: "b" })]);
      return written.promise;
    });
    await tidying.library.put([documentOf({ documentId: "a" })]);
    tidy.resolve();
    await writing;
    expect(await answering(tidying.library)).toEqual(["a@1", "b@1"]);
    expect(await tidying.library.document("b", "1")).toEqual(documentOf({ documentId: "b" }));
    expect(await tidying.library.revision()).toBe(2);
  });

  test("a reader whose versions are removed meanwhile reads the library that is there then", async () => {
    await using place = await openPlace(mongo.database());
    const [writer, reader] = [(await place.open()).library, await place.open()];
    await writer.put([documentOf({ documentId: "a" }), documentOf({ documentId: "b" })]);
    reader.cable.hold(FIND_VERSIONS, async () => {
      await writer.put([documentOf({ documentId: "b" })], { retireOthers: true });
      await writer.put([documentOf({ documentId: "c" })]);
      await writer.remove("a");
    });
    expect((await reader.library.clauses()).map(({ documentId }) => documentId)).toEqual(["b", "c"]);
  });

  test("a reader whose manifest is replaced meanwhile reads the one that is there then", async () => {
    await using place = await openPlace(mongo.database());
    const [writer, reader] = [(await place.open()).library, await place.open()];
    await writer.put([documentOf({ documentId: "a" })]);
    reader.cable.hold(FIND_MANIFEST, () => writer.put([documentOf({ documentId: "b" })]));
    expect(await answering(reader.library)).toEqual(["a@1", "b@1"]);
  });
});
