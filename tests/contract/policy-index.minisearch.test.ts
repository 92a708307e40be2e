import { createPolicyIndex } from "@live-copilot/api/adapters/minisearch/policy-index.ts";
import type { PolicyScope } from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";
import { clauseOf, clausesOf, documentOf } from "../support/policies.ts";
import { describePolicyIndex } from "./policy-index.contract.ts";

describePolicyIndex("minisearch", async () => ({
  ...createPolicyIndex(),
  [Symbol.asyncDispose]: async () => {},
}));

const SCOPE: PolicyScope = { plan: null, state: null, contractType: null, at: "2026-03-14" };

test("a word that the library does not know is taken for one that is spelt nearly so", async () => {
  const index = createPolicyIndex();
  const clauses = [clauseOf("compressor"), clauseOf("condenser"), clauseOf("condensers and coils")];
  await index.rebuild(clausesOf(documentOf({ clauses })), []);
  const find = async (text: string) => {
    const hits = await index.search({ text, situation: "", scope: SCOPE, limit: 5 });
    return hits.map(({ clauseId }) => clauseId);
  };
  expect(await find("compresser")).toEqual(["compressor"]);
  expect(await find("compressor")).toEqual(["compressor"]);
  expect(await find("coyl")).toEqual([]);
});

test("a rebuild lets others have their turn all along", async () => {
  const index = createPolicyIndex();
  const clauses = Array.from({ length: 500 }, (_, number) => clauseOf(`clause-${number}`));
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  await index.rebuild(clausesOf(documentOf({ clauses })), []);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});
