import { createPolicyIndex } from "@live-copilot/api/adapters/minisearch/policy-index.ts";
import type { PolicyDocument } from "@live-copilot/shared";
import { type PolicyScope, retrieveClauses, type Synonyms } from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";
import { clauseOf, clausesOf, documentOf } from "../support/policies.ts";

const SCOPE: PolicyScope = { plan: "Plus", state: "TX", contractType: "Homeowner", at: "2026-03-14" };

const TERMS = documentOf({
  clauses: [
    clauseOf("service-fee", {
      section: "1. Visits › 1.1 Service fee",
      kind: "fee",
      text: "You pay a service fee.",
    }),
    clauseOf("missed", {
      section: "1. Visits › 1.2 Missed visits",
      kind: "fee",
      text: "You owe a second service fee.",
    }),
  ],
});
const SYSTEMS = documentOf({
  documentId: "systems",
  title: "Home Systems",
  clauses: [
    clauseOf("ac", { section: "1. Cooling › 1.1 Air conditioning", text: "We cover the compressor." }),
    clauseOf("ac-not", {
      section: "1. Cooling › 1.2 Air conditioning: what is not covered",
      kind: "exclusion",
      text: "We do not cover portable units.",
    }),
    clauseOf("doors-not", {
      section: "1. Cooling › 1.3 Doors",
      kind: "exclusion",
      text: "We do not cover doors.",
    }),
    clauseOf("heater", { section: "2. Water › 2.1 Water heater", text: "We cover the tank." }),
  ],
});
const PLUS = documentOf({
  documentId: "plus",
  plans: ["Plus"],
  clauses: [
    clauseOf("plus-cooling", { kind: "limit", text: "Up to $2,000.", amends: "ac" }),
    clauseOf("plus-limits", { kind: "limit", text: "We pay up to:\n- Water heater: $900" }),
    clauseOf("plus-fee", { kind: "fee", text: "The service fee is $100.", amends: "service-fee" }),
  ],
});
const TEXAS = documentOf({
  documentId: "texas",
  states: ["TX"],
  clauses: [
    clauseOf("tx-fee", { kind: "fee", text: "Never more than $85 in Texas.", amends: "service-fee" }),
  ],
});
const LIBRARY = [TERMS, SYSTEMS, PLUS, TEXAS];

async function retrieve(
  text: string,
  options: {
    scope?: Partial<PolicyScope>;
    limit?: number;
    documents?: readonly PolicyDocument[];
    groups?: Synonyms;
  } = {},
): Promise<string[]> {
  const index = createPolicyIndex();
  await index.rebuild(clausesOf(...(options.documents ?? LIBRARY)), options.groups ?? []);
  const scope = { ...SCOPE, ...options.scope };
  const hits = await retrieveClauses({ index }, { text, situation: "", scope, limit: options.limit ?? 8 });
  const scores = hits.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(new Set(hits.map(({ clauseId }) => clauseId)).size).toBe(hits.length);
  return hits.map(({ clauseId }) => clauseId);
}

test("a state's amendment comes first, then the plan's, then what they change", async () => {
  expect((await retrieve("how much is the service fee")).slice(0, 3)).toEqual([
    "tx-fee",
    "plus-fee",
    "service-fee",
  ]);
});

test("without a state the plan's word comes first, without a plan the general terms", async () => {
  const noState = await retrieve("how much is the service fee", { scope: { state: null } });
  expect(noState.slice(0, 2)).toEqual(["plus-fee", "service-fee"]);
  const neither = await retrieve("how much is the service fee", { scope: { state: null, plan: null } });
  expect(neither[0]).toBe("service-fee");
  expect(neither).toContain("plus-fee");
});

test("an amendment brings what it changes", async () => {
  expect(await retrieve("never more than eighty five dollars in texas")).toContain("service-fee");
});

test("a coverage clause brings its item's exclusions and the plan's limit, and stays before them", async () => {
  const found = await retrieve("my compressor");
  expect(found.slice(0, 3).sort()).toEqual(["ac", "ac-not", "plus-cooling"]);
  expect(found[0]).toBe("ac");
  expect(found).not.toContain("doors-not");
});

test("a plan's limit that names the item is brought, though it amends nothing", async () => {
  expect((await retrieve("the tank")).slice(0, 2)).toEqual(["heater", "plus-limits"]);
});

test("another plan's limit is not brought", async () => {
  const found = await retrieve("is the compressor covered", { scope: { plan: "Premier" } });
  expect(found).not.toContain("plus-cooling");
});

test("a condition on a whole document comes with what the document covers", async () => {
  const options = documentOf({
    documentId: "add-ons",
    clauses: [
      clauseOf("optional", {
        kind: "condition",
        text: "An item in this document is covered when you bought it.",
      }),
      clauseOf("other", { kind: "condition", text: "You pay monthly." }),
      clauseOf("pool", { section: "Pool", text: "We cover the pump." }),
    ],
  });
  expect(await retrieve("pump", { documents: [options] })).toEqual(["pool", "optional"]);
});

test("one long section does not fill the answer", async () => {
  const long = documentOf({
    documentId: "long",
    clauses: Array.from({ length: 8 }, (_, index) =>
      clauseOf(`pump-${index}`, {
        section: `Pumps › Pump ${index}`,
        kind: "procedure",
        text: "The pump, the pump.",
      }),
    ),
  });
  const other = documentOf({
    clauses: [clauseOf("far", { text: "A long text that names a pump at its very end only." })],
  });
  const found = await retrieve("pump", { documents: [long, other], limit: 6 });
  expect(found[4]).toBe("far");
  expect(found).toHaveLength(6);
});

test("nothing found is nothing given", async () => {
  expect(await retrieve("zebra")).toEqual([]);
});

test("what the caller's words touch comes along, though they share no word with it", async () => {
  const terms = documentOf({
    documentId: "general",
    clauses: [
      clauseOf("pests", { section: "Pests", kind: "exclusion", text: "Rodents and insects are excluded." }),
      clauseOf("rust", { section: "Rust", kind: "exclusion", text: "Corrosion is excluded." }),
      clauseOf("choice", {
        section: "Who does the work",
        kind: "condition",
        text: "We do not pay a contractor whom you hired yourself unless we approved it.",
      }),
    ],
  });
  const documents = [...LIBRARY, terms];
  const mice = await retrieve("is the compressor covered, mice got into it", { documents });
  expect(mice).toEqual(expect.arrayContaining(["ac", "pests"]));
  expect(mice).not.toContain("rust");
  expect(await retrieve("can my neighbor the plumber do it", { documents })).toContain("choice");
});
