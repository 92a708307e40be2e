import { createPolicyIndex } from "@live-copilot/api/adapters/minisearch/policy-index.ts";
import { expect, test } from "vitest";
import { clauseOf, clausesOf, documentOf } from "../support/policies.ts";
import { describePolicyIndex } from "./policy-index.contract.ts";

describePolicyIndex("minisearch", async () => ({
  ...createPolicyIndex(),
  [Symbol.asyncDispose]: async () => {},
}));

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
