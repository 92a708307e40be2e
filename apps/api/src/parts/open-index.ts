import type { Embedder, PolicyIndex } from "@live-copilot/shared/copilot";
import { openMilvusPolicyIndex } from "../adapters/milvus/policy-index.ts";
import { createPolicyIndex } from "../adapters/minisearch/policy-index.ts";
import type { Env } from "../env.ts";

/** Opens the index that MILVUS_ADDRESS names, else one in memory. */
export async function openIndex(env: Env, embedder: Embedder | undefined): Promise<PolicyIndex> {
  if (!env.MILVUS_ADDRESS) return createPolicyIndex();
  return openMilvusPolicyIndex({
    address: env.MILVUS_ADDRESS,
    collection: env.MILVUS_COLLECTION,
    denseWeight: env.DENSE_WEIGHT,
    ...(env.MILVUS_TOKEN ? { token: env.MILVUS_TOKEN } : {}),
    ...(embedder ? { embedder } : {}),
  });
}
