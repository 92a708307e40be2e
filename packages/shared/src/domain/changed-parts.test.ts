import { expect, test } from "vitest";
import { changedParts } from "./changed-parts.ts";
import type { PolicyDocument } from "./clause.ts";

const DOCUMENT: PolicyDocument = {
  documentId: "terms",
  title: "Terms",
  version: "1",
  plans: ["Plus", "Premier"],
  states: null,
  contractTypes: null,
  clauses: [
    { clauseId: "a", section: "A", kind: "coverage", text: "We cover it." },
    { clauseId: "b", section: "B", kind: "limit", text: "Up to $5.", amends: "a" },
  ],
};

test.each<[string, Partial<PolicyDocument>, readonly string[]]>([
  ["the same", {}, []],
  ["plans in another order", { plans: ["Premier", "Plus"] }, []],
  ["another title and a date", { title: "T", effectiveTo: "2026-12-31" }, ["title", "effectiveTo"]],
  ["for all plans", { plans: null }, ["plans"]],
  ["a clause less", { clauses: DOCUMENT.clauses.slice(1) }, ["clause a"]],
  ["clauses in another order", { clauses: DOCUMENT.clauses.toReversed() }, ["order of the clauses"]],
  [
    "another word",
    { clauses: DOCUMENT.clauses.map((clause) => ({ ...clause, text: clause.text.replace("5", "6") })) },
    ["clause b"],
  ],
])("%s", (_, change, parts) => {
  expect(changedParts(DOCUMENT, { ...DOCUMENT, ...change })).toEqual(parts);
});
