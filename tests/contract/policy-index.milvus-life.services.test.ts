import { setImmediate } from "node:timers/promises";
import {
  type MilvusIndexOptions,
  openMilvusPolicyIndex,
} from "@live-copilot/api/adapters/milvus/policy-index.ts";
import type { PolicyClause } from "@live-copilot/shared";
import type { PolicyIndex, PolicyScope } from "@live-copilot/shared/copilot";
import { MilvusClient } from "@zilliz/milvus2-sdk-node";
import { expect, test, vi } from "vitest";
import { clauseOf, clausesOf, documentOf } from "../support/policies.ts";
import { describeWith } from "../support/services/describe-with.ts";
import { bagOfWordsEmbedder } from "./policy-index.embedder.ts";

const SCOPE: PolicyScope = { plan: null, state: null, contractType: null, at: "2026-03-14" };

function libraryOf(...ids: readonly string[]): PolicyClause[] {
  return clausesOf(...ids.map((id) => documentOf({ documentId: id, clauses: [clauseOf(id)] })));
}

async function find(index: PolicyIndex, text: string, scope: Partial<PolicyScope> = {}): Promise<string[]> {
  const query = { text, situation: "", scope: { ...SCOPE, ...scope }, limit: 10 };
  return (await index.search(query)).map(({ clauseId }) => clauseId);
}

describeWith(["milvus"], "milvus, as libraries, models and servers change", ({ milvus }) => {
  /** Opens an index; those with the same collection are servers of one installation. */
  const open = async (rest: Partial<MilvusIndexOptions> = {}) => {
    const options = { address: milvus.address, collection: milvus.collection(), denseWeight: 0.3, ...rest };
    const index = await openMilvusPolicyIndex(options);
    return { ...index, [Symbol.asyncDispose]: () => index.close() };
  };
  /** The installation's collections, as Milvus names them. */
  const collectionsOf = async (collection: string) => {
    const client = new MilvusClient({ address: milvus.address, logLevel: "error" });
    const { data } = await client.showCollections();
    await client.closeConnection();
    return data
      .map(({ name }) => name)
      .filter((name) => name.startsWith(collection))
      .sort();
  };

  test("only what is new is embedded: on a change, by a second server, after a start", async () => {
    const collection = milvus.collection();
    const embedder = bagOfWordsEmbedder();
    await using index = await open({ collection, embedder });
    const asked = () => embedder.texts.filter((text) => text.includes("We cover"));
    await index.rebuild(libraryOf("pump", "oven"), []);
    expect(asked()).toHaveLength(2);
    await index.rebuild(libraryOf("pump", "oven", "roof"), []);
    expect(asked()).toHaveLength(3);
    const renamed = libraryOf("pump", "oven", "roof").map((clause) => ({ ...clause, plans: ["Plus"] }));
    await index.rebuild(renamed, []);
    await using second = await open({ collection, embedder });
    await second.rebuild(renamed, []);
    expect(asked()).toHaveLength(3);
    expect(await find(second, "roof", { plan: "Plus" })).toEqual(["roof"]);
    expect(await find(second, "roof", { plan: "Basic" })).toEqual([]);
  });

  test("another model, none, or another size of vectors is refused, with what to do", async () => {
    const collection = milvus.collection();
    await using index = await open({ collection, embedder: bagOfWordsEmbedder("first", 64) });
    await index.rebuild(libraryOf("pump"), []);
    for (const embedder of [bagOfWordsEmbedder("second", 64), bagOfWordsEmbedder("first", 32), undefined]) {
      await expect(open({ collection, embedder })).rejects.toMatchObject({
        reason: "CONFLICT",
        message: expect.stringMatching(/OPENAI_EMBEDDING_MODEL[\s\S]*npm run reindex/),
      });
    }
    await using again = await open({ collection, embedder: bagOfWordsEmbedder("first", 64) });
    await again.ping();
  });

  test("a name that is taken by something else is refused", async () => {
    const collection = milvus.collection();
    await using index = await open({ collection });
    await index.rebuild(libraryOf("pump"), []);
    const [taken = ""] = await collectionsOf(collection);
    await expect(open({ collection: taken })).rejects.toMatchObject({
      reason: "CONFLICT",
      message: expect.stringContaining("MILVUS_COLLECTION"),
    });
  });

  test("a model is replaced while servers with the old one search without a gap", async () => {
    const collection = milvus.collection();
    const library = libraryOf("pump", "oven", "roof");
    await using old = await open({ collection, embedder: bagOfWordsEmbedder("first", 64) });
    await old.rebuild(library, []);
    let isReplaced = false;
    const searching = (async () => {
      const answers: string[][] = [];
      while (!isReplaced) {
        answers.push(await find(old, `roof ${answers.length}`));
        await setImmediate();
      }
      return answers;
    })();
    const embedder = bagOfWordsEmbedder("second", 64);
    await using reindex = await open({ collection, embedder, replaceModel: true });
    await reindex.rebuild(library, []);
    await using next = await open({ collection, embedder });
    await next.rebuild(library, []);
    expect(await find(next, "oven")).toEqual(["oven"]);
    isReplaced = true;
    const answers = await searching;
    expect(answers.length).toBeGreaterThan(10);
    expect(answers.filter((answer) => answer.join() !== "roof")).toEqual([]);
    await old.rebuild(libraryOf("pump", "attic"), []);
    expect(await find(old, "attic")).toEqual(["attic"]);
    expect(await find(next, "attic")).toEqual([]);
    await expect(open({ collection, embedder: bagOfWordsEmbedder("first", 64) })).rejects.toMatchObject({
      reason: "CONFLICT",
    });
  });

  test("a new version of the schema takes the vectors over; the old collection goes when its time is over", async () => {
    const collection = milvus.collection();
    const library = libraryOf("pump", "oven");
    await using old = await open({ collection, embedder: bagOfWordsEmbedder(), schemaVersion: 1 });
    await old.rebuild(library, []);
    const embedder = bagOfWordsEmbedder();
    await using next = await open({ collection, embedder, schemaVersion: 2 });
    await next.rebuild(library, []);
    expect(embedder.texts.filter((text) => text.includes("We cover"))).toEqual([]);
    expect(await find(next, "oven")).toEqual(["oven"]);
    await old.rebuild(libraryOf("pump"), []);
    expect(await find(old, "pump")).toEqual(["pump"]);
    expect(await collectionsOf(collection)).toHaveLength(2);
    await using later = await open({ collection, embedder, schemaVersion: 2, keepSeconds: 0 });
    await vi.waitFor(
      async () => {
        await later.rebuild(library, []);
        expect(await collectionsOf(collection)).toHaveLength(1);
      },
      { timeout: 20_000, interval: 200 },
    );
    expect(await find(later, "oven")).toEqual(["oven"]);
  });

  test("servers that build at once end with every row, once", async () => {
    const collection = milvus.collection();
    const ids = Array.from({ length: 300 }, (_, i) => `part${i}`);
    await using one = await open({ collection, embedder: bagOfWordsEmbedder() });
    await using two = await open({ collection, embedder: bagOfWordsEmbedder() });
    await Promise.all([one.rebuild(libraryOf(...ids), []), two.rebuild(libraryOf(...ids), [])]);
    for (const index of [one, two]) {
      const found = await find(index, "part7 part250");
      expect(found.slice(0, 2).sort()).toEqual(["part250", "part7"]);
    }
    const client = new MilvusClient({ address: milvus.address, logLevel: "error" });
    const count = await client.query({
      collection_name: collection,
      filter: "",
      output_fields: ["count(*)"],
    });
    await client.closeConnection();
    expect(count.data).toEqual([{ "count(*)": "300" }]);
  });

  test("a server whose library is behind does not take away what a newer one brought", async () => {
    const collection = milvus.collection();
    await using ahead = await open({ collection });
    await using behind = await open({ collection });
    await ahead.rebuild(libraryOf("pump", "oven"), []);
    await behind.rebuild(libraryOf("pump"), []);
    await behind.rebuild(libraryOf("pump"), []);
    expect(await find(ahead, "oven")).toEqual(["oven"]);
    expect(await find(behind, "oven")).toEqual([]);
  });

  test("what is gone from the library leaves Milvus after its grace", async () => {
    const collection = milvus.collection();
    await using index = await open({ collection, graceSeconds: 0 });
    await index.rebuild(libraryOf("pump", "oven"), []);
    await index.rebuild(libraryOf("pump"), []);
    const client = new MilvusClient({ address: milvus.address, logLevel: "error" });
    await vi.waitFor(async () => {
      const count = await client.query({
        collection_name: collection,
        filter: "",
        output_fields: ["count(*)"],
      });
      expect(count.data).toEqual([{ "count(*)": "1" }]);
    });
    await client.closeConnection();
  });

  test("a collection that is gone comes back by itself", async () => {
    const collection = milvus.collection();
    await using index = await open({ collection });
    await index.rebuild(libraryOf("pump", "oven"), []);
    const client = new MilvusClient({ address: milvus.address, logLevel: "error" });
    const [name = ""] = await collectionsOf(collection);
    await client.dropAlias({ alias: collection });
    await client.dropCollection({ collection_name: name });
    await client.closeConnection();
    await expect(find(index, "oven")).rejects.toMatchObject({
      reason: "UNAVAILABLE",
      cause: expect.any(Error),
    });
    await vi.waitFor(async () => expect(await find(index, "oven")).toEqual(["oven"]), { timeout: 10_000 });
  });

  test("names that would break out of an expression are names", async () => {
    const names = [
      'Plus"] or true',
      "Plus']) or ('1' == '1",
      "back\\",
      "line\nbreak",
      "Größe 😀",
      "*",
      "%",
      "x".repeat(300),
    ];
    const documents = names.flatMap((name, i) => [
      documentOf({
        documentId: `state${i}`,
        states: [name],
        clauses: [clauseOf(`attic${i}`, { text: "The attic." })],
      }),
      documentOf({
        documentId: `plan${i}`,
        plans: [`${name} p${i}`],
        clauses: [clauseOf(`cellar${i}`, { text: "The cellar." })],
      }),
    ]);
    await using index = await open();
    await index.rebuild(clausesOf(...documents), []);
    for (const [i, name] of names.entries()) {
      expect(await find(index, "attic", { state: name })).toEqual([`attic${i}`]);
      expect(await find(index, "cellar", { plan: `${name} p${i}` })).toEqual([`cellar${i}`]);
      expect(await find(index, "attic cellar", { plan: name, state: null })).toEqual([]);
    }
  });

  test("while the embedder is away questions are answered by their words", async () => {
    const embedder = bagOfWordsEmbedder();
    let isAway = false;
    const flaky = {
      ...embedder,
      embed: (texts: readonly string[]) =>
        isAway ? Promise.reject(new Error("away")) : embedder.embed(texts),
    };
    await using index = await open({ embedder: flaky });
    await index.rebuild(libraryOf("pump", "oven"), []);
    isAway = true;
    expect(await find(index, "oven")).toEqual(["oven"]);
  });
});
