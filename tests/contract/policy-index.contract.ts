import type { PolicyDocument } from "@live-copilot/shared";
import type { PolicyIndex, PolicyQuery, PolicyScope, Synonyms } from "@live-copilot/shared/copilot";
import { describe, expect, test } from "vitest";
import { clauseOf, clausesOf, documentOf } from "../support/policies.ts";

type OpenIndex = () => Promise<PolicyIndex & AsyncDisposable>;

const SCOPE: PolicyScope = { plan: "Plus", state: "TX", contractType: "Homeowner", at: "2026-03-14" };

const SYSTEMS = documentOf({
  documentId: "systems",
  title: "Systems",
  clauses: [
    clauseOf("ac", {
      section: "1. Cooling › 1.1 Air conditioning",
      text: "We cover the compressor and the coils.",
    }),
    clauseOf("ac-not", {
      section: "1. Cooling › 1.2 Not covered",
      kind: "exclusion",
      text: "We do not cover window units.",
    }),
    clauseOf("heater", { section: "2. Water › 2.1 Water heater", text: "We cover the tank and the burner." }),
    clauseOf("installed", {
      section: "3. General",
      kind: "condition",
      text: "It must be properly installed.",
    }),
  ],
});
const SCHEDULES = ["Plus", "Premier"].map((plan) =>
  documentOf({
    documentId: `schedule-${plan}`,
    plans: [plan],
    clauses: [
      clauseOf(`${plan}-limit`, {
        kind: "limit",
        amends: "ac",
        text: `Cooling under ${plan}: up to $2,000.`,
      }),
    ],
  }),
);
const TEXAS = documentOf({
  documentId: "texas",
  states: ["TX"],
  clauses: [clauseOf("tx-compressor", { text: "In Texas a compressor is replaced.", amends: "ac" })],
});
const LIBRARY = [SYSTEMS, ...SCHEDULES, TEXAS];

/** What every policy index does. `open` gives an empty one each time. */
export function describePolicyIndex(name: string, open: OpenIndex): void {
  const build = async (documents: readonly PolicyDocument[], synonyms: Synonyms = []) => {
    const index = await open();
    await index.rebuild(clausesOf(...documents), synonyms);
    return index;
  };
  describe(`policy index: ${name}`, () => {
    describeSearch(open, build);
    describeScope(build);
    describeRelated(build);
  });
}

type Build = (documents: readonly PolicyDocument[], synonyms?: Synonyms) => ReturnType<OpenIndex>;

async function found(index: PolicyIndex, text: string, rest: Partial<PolicyQuery> = {}): Promise<string[]> {
  const hits = await index.search({ text, situation: "", scope: SCOPE, limit: 10, ...rest });
  expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  return hits.map(({ clauseId }) => clauseId);
}

function describeSearch(open: OpenIndex, build: Build): void {
  test("finds nothing before it was built, nor for a query without words", async () => {
    await using empty = await open();
    expect(await found(empty, "compressor")).toEqual([]);
    await using index = await build(LIBRARY);
    for (const text of ["", "?!", "is it the"]) expect(await found(index, text)).toEqual([]);
  });

  test("gives a clause with its document's head, best first, as many as asked for", async () => {
    await using index = await build(LIBRARY);
    expect(await found(index, "is the tank of my water heater covered")).toContain("heater");
    expect((await found(index, "is the tank of my water heater covered"))[0]).toBe("heater");
    const [hit] = await index.search({ text: "burner", situation: "", scope: SCOPE, limit: 1 });
    expect(hit).toEqual({ ...clausesOf(SYSTEMS)[2], score: expect.any(Number) });
    expect(await found(index, "compressor coils cooling tank", { limit: 2 })).toHaveLength(2);
  });

  test("other forms of a word are the word", async () => {
    await using index = await build(LIBRARY);
    expect(await found(index, "compressors")).toContain("ac");
  });

  test("the caller's situation counts, but less than the question", async () => {
    await using index = await build(LIBRARY);
    expect((await found(index, "cover", { situation: "the burner went out" }))[0]).toBe("heater");
    expect((await found(index, "window units", { situation: "the burner of the tank went out" }))[0]).toBe(
      "ac-not",
    );
  });

  test("synonyms find what the library calls otherwise, of one word or of several", async () => {
    const groups = [
      ["AC", "air conditioning", "cooling system"],
      ["hot water tank", "water heater"],
    ];
    await using index = await build([SYSTEMS], groups);
    expect((await found(index, "my AC is dead"))[0]).toBe("ac");
    expect((await found(index, "the hot water tank"))[0]).toBe("heater");
    await using plain = await build([SYSTEMS]);
    expect(await found(plain, "my AC is dead")).toEqual([]);
  });

  test("a word that the library does not know is taken for one that is spelt nearly so", async () => {
    const clauses = [clauseOf("compressor"), clauseOf("condenser"), clauseOf("condensers and coils")];
    await using index = await build([documentOf({ clauses })]);
    for (const text of ["compresser", "compressor"]) expect(await found(index, text)).toEqual(["compressor"]);
    expect(await found(index, "coyl")).toEqual([]);
  });

  test("a rebuild replaces everything", async () => {
    await using index = await build(LIBRARY);
    await index.rebuild(clausesOf(TEXAS), []);
    expect(await found(index, "compressor coils tank")).toEqual(["tx-compressor"]);
    await index.rebuild([], []);
    expect(await found(index, "compressor")).toEqual([]);
    expect(await index.documentsInScope(SCOPE)).toBe(0);
  });

  test("a search while it is rebuilt sees the old or the new, never a part", async () => {
    await using index = await build([SYSTEMS]);
    const rebuilt = index.rebuild(clausesOf(...LIBRARY), []);
    expect([1, 2]).toContain((await found(index, "compressor")).length);
    await rebuilt;
    expect((await found(index, "compressor")).sort()).toEqual(["ac", "tx-compressor"]);
  });

  test("of two rebuilds at once the later stays", async () => {
    await using index = await open();
    await Promise.all([index.rebuild(clausesOf(...LIBRARY), []), index.rebuild(clausesOf(TEXAS), [])]);
    expect(await found(index, "compressor")).toEqual(["tx-compressor"]);
  });
}

function describeScope(build: Build): void {
  const everything = "compressor coils window units tank burner cooling limit";

  test("another plan's, state's and contract type's clauses are not found", async () => {
    const landlord = documentOf({
      documentId: "l",
      contractTypes: ["Landlord"],
      clauses: [clauseOf("tank-l")],
    });
    await using index = await build([...LIBRARY, landlord]);
    const ids = await found(index, everything, {
      scope: { ...SCOPE, plan: "premier plan", state: "Nevada" },
    });
    expect(ids).toContain("Premier-limit");
    expect(ids).not.toContain("Plus-limit");
    expect(ids).not.toContain("tx-compressor");
    expect(await found(index, "tank-l")).not.toContain("tank-l");
  });

  test("with the plan unknown every plan's clauses are found, after those for all", async () => {
    const forAll = documentOf({
      documentId: "all",
      clauses: [clauseOf("z", { text: "Cooling under all: up to $2,000." })],
    });
    await using index = await build([...SCHEDULES, forAll]);
    const ids = await found(index, "cooling up to", { scope: { ...SCOPE, plan: null } });
    expect(ids[0]).toBe("z");
    expect(ids.slice(1).sort()).toEqual(["Plus-limit", "Premier-limit"]);
  });

  test("with the state unknown no state's amendment is found", async () => {
    await using index = await build(LIBRARY);
    expect(await found(index, "compressor", { scope: { ...SCOPE, state: null } })).toEqual(["ac"]);
  });

  test("the version in force on the day answers, and no other", async () => {
    const version = (name: string, from: string, to?: string) =>
      documentOf({
        version: name,
        effectiveFrom: from,
        ...(to && { effectiveTo: to }),
        clauses: [clauseOf(`pump-${name}`, { text: "We cover the pump." })],
      });
    await using index = await build([
      version("old", "2024-01-01"),
      version("new", "2026-01-01", "2026-12-31"),
    ]);
    const at = (day: string) => found(index, "pump", { scope: { ...SCOPE, at: day } });
    expect(await at("2023-05-05")).toEqual(["pump-old"]);
    expect(await at("2025-12-31")).toEqual(["pump-old"]);
    expect(await at("2026-01-01")).toEqual(["pump-new"]);
    expect(await at("2027-01-01")).toEqual(["pump-old"]);
  });

  test("counts the documents that answer", async () => {
    await using index = await build([...LIBRARY, documentOf({ documentId: "systems", version: "0" })]);
    expect(await index.documentsInScope(SCOPE)).toBe(3);
    expect(await index.documentsInScope({ ...SCOPE, state: null, plan: null })).toBe(3);
  });
}

function describeRelated(build: Build): void {
  const relatedTo = async (index: PolicyIndex, clauseId: string, scope: PolicyScope = SCOPE) => {
    const clauses = clausesOf(...LIBRARY).filter((clause) => clause.clauseId === clauseId);
    return (await index.related(clauses, scope)).map((clause) => clause.clauseId).sort();
  };

  test("brings amendments, the section's exclusions, the document's conditions and the plan's words", async () => {
    await using index = await build(LIBRARY);
    expect(await relatedTo(index, "ac")).toEqual(["Plus-limit", "ac-not", "installed", "tx-compressor"]);
    expect(await relatedTo(index, "heater")).toEqual(["Plus-limit", "installed"]);
  });

  test("brings what a clause amends", async () => {
    await using index = await build(LIBRARY);
    expect(await relatedTo(index, "tx-compressor")).toContain("ac");
  });

  test("stays in the scope", async () => {
    await using index = await build(LIBRARY);
    expect(await relatedTo(index, "ac", { ...SCOPE, state: "NV", plan: "Premier" })).toEqual([
      "Premier-limit",
      "ac-not",
      "installed",
    ]);
  });
}
