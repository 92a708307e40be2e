import { createPolicyIndex } from "@live-copilot/api/adapters/minisearch/policy-index.ts";
import { describePolicyIndex } from "./policy-index.contract.ts";

describePolicyIndex("minisearch", async () => ({
  ...createPolicyIndex(),
  [Symbol.asyncDispose]: async () => {},
}));
