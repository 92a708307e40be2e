import { createPolicyIndex } from "@live-copilot/api/adapters/minisearch/policy-index.ts";
import { nearestClauses, type PolicyScope } from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";
import { clauseOf, clausesOf, documentOf } from "../support/policies.ts";

const SCOPE: PolicyScope = { plan: "Plus", state: "TX", contractType: "Homeowner", at: "2026-03-14" };

const LIBRARY = clausesOf(
  documentOf({
    clauses: [clauseOf("service-fee", { kind: "fee", text: "You pay a service fee for each visit." })],
  }),
  documentOf({
    documentId: "texas",
    states: ["TX"],
    clauses: [
      clauseOf("tx-fee", {
        kind: "fee",
        text: "You pay a service fee of $85 for each visit.",
        amends: "service-fee",
      }),
    ],
  }),
  documentOf({
    documentId: "ohio",
    states: ["OH"],
    clauses: [clauseOf("oh-fee", { kind: "fee", text: "You pay a service fee of $70 for each visit." })],
  }),
);

async function nearest(text: string, scope: PolicyScope = SCOPE, limit = 12) {
  const index = createPolicyIndex();
  await index.rebuild(LIBRARY, []);
  const hits = await nearestClauses({ index }, { text, situation: "", scope, limit });
  return hits.map(({ clauseId }) => clauseId);
}

test("the customer's own state comes first, another state's terms not at all", async () => {
  expect(await nearest("service fee")).toEqual(["tx-fee", "service-fee"]);
  expect(await nearest("service fee", { ...SCOPE, state: null })).toEqual(["service-fee"]);
});

test("no more than asked for, and nothing for words that stand nowhere", async () => {
  expect(await nearest("service fee", SCOPE, 1)).toEqual(["tx-fee"]);
  expect(await nearest("zebra")).toEqual([]);
});
