import {
  type MilvusIndexOptions,
  openMilvusPolicyIndex,
} from "@live-copilot/api/adapters/milvus/policy-index.ts";
import { describeWith } from "../support/services/describe-with.ts";
import { describePolicyIndex } from "./policy-index.contract.ts";
import { bagOfWordsEmbedder } from "./policy-index.embedder.ts";

describeWith(["milvus"], "milvus", ({ milvus }) => {
  const open = async (rest: Pick<MilvusIndexOptions, "embedder" | "denseWeight">) => {
    const index = await openMilvusPolicyIndex({
      address: milvus.address,
      collection: milvus.collection(),
      ...rest,
    });
    return { ...index, [Symbol.asyncDispose]: () => index.close() };
  };
  describePolicyIndex("milvus, by words", () => open({ denseWeight: 0 }));
  describePolicyIndex("milvus, by words and meaning", () =>
    open({ embedder: bagOfWordsEmbedder(), denseWeight: 0.3 }),
  );
});
