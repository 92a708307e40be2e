import type { Advisor, Embedder } from "@live-copilot/shared/copilot";
import { createAdvisor } from "./advisor.ts";
import { createClient } from "./client.ts";
import { createEmbedder } from "./embedder.ts";
import type { OpenAiOptions } from "./options.ts";

/** The models of one server. */
export interface OpenAiModels {
  readonly advisor: Advisor;
  /** Where an embedding model is named. */
  readonly embedder?: Embedder;
  /** Aborts what runs; nothing can be asked afterwards. */
  close(): Promise<void>;
}

/** Opens the models. Nothing is sent before the first question, so that a server that is away does not stop a start. */
export function openOpenAi(options: OpenAiOptions): OpenAiModels {
  const closing = new AbortController();
  const client = createClient(options);
  const { embeddingModel, circuit } = options;
  const advisor = createAdvisor(client, options, closing.signal);
  return {
    advisor,
    ...(embeddingModel === undefined
      ? {}
      : { embedder: createEmbedder(client, { model: embeddingModel, circuit }, closing.signal) }),
    async close() {
      closing.abort();
    },
  };
}
