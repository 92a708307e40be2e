import { openOpenAi } from "@live-copilot/api/adapters/openai/open-openai.ts";
import { startOpenAi } from "../support/services/start-openai.ts";
import { describeEmbedder } from "./embedder.contract.ts";

describeEmbedder("OpenAI", async (engine) => {
  const server = await startOpenAi(engine === "fails" ? { faults: { error: 1 } } : {});
  const models = openOpenAi({
    baseUrl: server.baseUrl,
    model: "gpt-5-mini",
    embeddingModel: "text-embedding-3-small",
    concurrency: 4,
    deadlineMs: 6_000,
  });
  if (!models.embedder) throw new Error("An embedding model was named.");
  return {
    ...models.embedder,
    async [Symbol.asyncDispose]() {
      await models.close();
      await server[Symbol.asyncDispose]();
    },
  };
});
