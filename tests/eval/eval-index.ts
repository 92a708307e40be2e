import { parseArgs } from "node:util";
import { openMilvusPolicyIndex } from "@live-copilot/api/adapters/milvus/policy-index.ts";
import { createPolicyIndex } from "@live-copilot/api/adapters/minisearch/policy-index.ts";
import type { PolicyIndex } from "@live-copilot/shared/copilot";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { milvus: { type: "string" } },
});
const opened: PolicyIndex[] = [];

/** The folder of public data; undefined where none was given. */
export const evalFolder = positionals[0];

/**
 * An index to evaluate: the one in memory, or with `--milvus host:port` one in that Milvus, under a name of its own
 * for each set of data, so that running again reuses what is there.
 */
export async function openEvalIndex(data: string): Promise<PolicyIndex> {
  const { milvus: address } = values;
  if (address === undefined) return createPolicyIndex();
  const collection = `live_copilot_eval_${data}`;
  const index = await openMilvusPolicyIndex({ address, collection, denseWeight: 0 });
  opened.push(index);
  return index;
}

/** Ends the connections, so that the process can end. */
export async function closeEvalIndexes(): Promise<void> {
  for (const index of opened) await index.close();
}
