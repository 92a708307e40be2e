import type { PolicyHead } from "@live-copilot/shared";
import type { PolicyLibrary } from "@live-copilot/shared/copilot";
import { describe, expect, test } from "vitest";
import { clauseOf, documentOf } from "../support/policies.ts";

type OpenLibrary = () => Promise<PolicyLibrary & AsyncDisposable>;

/** What every policy library does. `open` gives an empty one each time. */
export function describePolicyLibrary(name: string, open: OpenLibrary): void {
  describe(`policy library: ${name}`, () => {
    describePut(open);
    describeRetire(open);
    describeRemove(open);
    describeSynonyms(open);
  });
}

const PLUS = documentOf({
  documentId: "plus",
  title: "Plus",
  version: "2026-01",
  plans: ["Plus"],
  states: ["TX"],
  contractTypes: ["Homeowner"],
  effectiveFrom: "2026-01-01",
  effectiveTo: "2026-12-31",
  clauses: [clauseOf("fee", { kind: "fee", amends: "service-fee" }), clauseOf("limit", { text: "a\n- b" })],
});

function named(heads: readonly PolicyHead[]): string[] {
  return heads.map(({ documentId, version }) => `${documentId}@${version}`).sort();
}

async function answering(library: PolicyLibrary): Promise<string[]> {
  return named(await library.list());
}

function describePut(open: OpenLibrary): void {
  test("is empty at first", async () => {
    await using library = await open();
    expect(await library.revision()).toBe(0);
    expect(await library.list()).toEqual([]);
    expect(await library.clauses()).toEqual([]);
    expect(await library.document("plus", "2026-01")).toBeNull();
    expect(await library.synonyms()).toEqual([]);
  });

  test("gives back what was put, word for word", async () => {
    await using library = await open();
    const change = await library.put([PLUS]);
    const { clauses, ...head } = PLUS;
    expect(change).toEqual({ added: [head], unchanged: [], retired: [] });
    expect(await library.document("plus", "2026-01")).toEqual(PLUS);
    expect(await library.list()).toEqual([{ ...head, clauseCount: 2 }]);
    expect(await library.clauses()).toEqual(clauses.map((clause) => ({ ...head, ...clause })));
  });

  test("keeps every version, and lists them by document and version", async () => {
    await using library = await open();
    const versions = ["2", "1"].map((version) => documentOf({ version }));
    await library.put([...versions, documentOf({ documentId: "add-ons" })]);
    expect((await library.list()).map(({ documentId, version }) => [documentId, version])).toEqual([
      ["add-ons", "1"],
      ["terms", "1"],
      ["terms", "2"],
    ]);
  });

  test("putting the same again changes nothing, not even the revision", async () => {
    await using library = await open();
    await library.put([PLUS]);
    const revision = await library.revision();
    const change = await library.put([structuredClone(PLUS)]);
    expect(named(change.unchanged)).toEqual(["plus@2026-01"]);
    expect(change.added).toEqual([]);
    expect(await library.revision()).toBe(revision);
  });

  test("raises the revision with every change", async () => {
    await using library = await open();
    const seen = [await library.revision()];
    const note = async () => seen.push(await library.revision());
    await library.put([PLUS]).then(note);
    await library.put([documentOf(), PLUS]).then(note);
    await library.retire(["terms"]).then(note);
    await library.remove("terms").then(note);
    await library.setSynonyms([["a", "b"]]).then(note);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  });

  test("refuses a version with other words and then stores nothing of the call", async () => {
    await using library = await open();
    await library.put([PLUS]);
    const revision = await library.revision();
    const other = { ...PLUS, clauses: [clauseOf("fee", { text: "Other words." })] };
    const put = library.put([documentOf(), other], { retireOthers: true, synonyms: [["a", "b"]] });
    await expect(put).rejects.toMatchObject({ name: "CopilotError", reason: "CONFLICT" });
    expect(await answering(library)).toEqual(["plus@2026-01"]);
    expect(await library.document("plus", "2026-01")).toEqual(PLUS);
    expect(await library.synonyms()).toEqual([]);
    expect(await library.revision()).toBe(revision);
  });
}

function describeRetire(open: OpenLibrary): void {
  test("a retired document answers no more, but its words can still be read", async () => {
    await using library = await open();
    await library.put([documentOf({ version: "1" }), documentOf({ version: "2" }), PLUS]);
    expect(named(await library.retire(["terms", "never-there"]))).toEqual(["terms@1", "terms@2"]);
    expect(await answering(library)).toEqual(["plus@2026-01"]);
    expect((await library.clauses()).map(({ documentId }) => documentId)).not.toContain("terms");
    expect(await library.document("terms", "1")).toEqual(documentOf({ version: "1" }));
  });

  test("retiring again says that nothing was retired", async () => {
    await using library = await open();
    await library.put([documentOf()]);
    await library.retire(["terms"]);
    const revision = await library.revision();
    expect(await library.retire(["terms"])).toEqual([]);
    expect(await library.revision()).toBe(revision);
  });

  test("a retired version that is put again answers again", async () => {
    await using library = await open();
    await library.put([documentOf()]);
    await library.retire(["terms"]);
    const revision = await library.revision();
    expect(named((await library.put([documentOf()])).unchanged)).toEqual(["terms@1"]);
    expect(await answering(library)).toEqual(["terms@1"]);
    expect(await library.revision()).toBeGreaterThan(revision);
  });

  test("retireOthers keeps every version of the documents that are put", async () => {
    await using library = await open();
    await library.put([documentOf({ version: "1" }), PLUS, documentOf({ documentId: "gone" })]);
    const change = await library.put([documentOf({ version: "2" }), PLUS], { retireOthers: true });
    expect(named(change.added)).toEqual(["terms@2"]);
    expect(named(change.retired)).toEqual(["gone@1"]);
    expect(await answering(library)).toEqual(["plus@2026-01", "terms@1", "terms@2"]);
  });
}

function describeRemove(open: OpenLibrary): void {
  test("removes one version, or all of a document's, retired ones too", async () => {
    await using library = await open();
    await library.put(["1", "2", "3"].map((version) => documentOf({ version })));
    expect(named(await library.remove("terms", "2"))).toEqual(["terms@2"]);
    expect(await library.document("terms", "2")).toBeNull();
    await library.retire(["terms"]);
    expect(named(await library.remove("terms"))).toEqual(["terms@1", "terms@3"]);
    expect(await library.document("terms", "1")).toBeNull();
  });

  test("removing what is not there changes nothing", async () => {
    await using library = await open();
    await library.put([documentOf()]);
    const revision = await library.revision();
    expect(await library.remove("terms", "9")).toEqual([]);
    expect(await library.remove("never-there")).toEqual([]);
    expect(await library.revision()).toBe(revision);
  });

  test("a removed version may come back with other words", async () => {
    await using library = await open();
    await library.put([documentOf()]);
    await library.remove("terms");
    const other = documentOf({ clauses: [clauseOf("pipes", { text: "Other words." })] });
    await library.put([other]);
    expect(await library.document("terms", "1")).toEqual(other);
  });
}

function describeSynonyms(open: OpenLibrary): void {
  test("synonyms are replaced as a whole", async () => {
    await using library = await open();
    await library.setSynonyms([["AC", "air conditioner"]]);
    await library.setSynonyms([["fridge", "frig", "icebox"]]);
    expect(await library.synonyms()).toEqual([["fridge", "frig", "icebox"]]);
    const revision = await library.revision();
    await library.setSynonyms([["fridge", "frig", "icebox"]]);
    expect(await library.revision()).toBe(revision);
  });

  test("synonyms come with a put, and stay when a put brings none", async () => {
    await using library = await open();
    await library.put([documentOf()], { synonyms: [["a", "b"]] });
    await library.put([PLUS]);
    expect(await library.synonyms()).toEqual([["a", "b"]]);
    await library.put([PLUS], { synonyms: [] });
    expect(await library.synonyms()).toEqual([]);
  });
}
