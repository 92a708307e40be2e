import type { Advisor, Embedder } from "@live-copilot/shared/copilot";
import { openOpenAi } from "../adapters/openai/open-openai.ts";
import { type Env, usesModel } from "../env.ts";
import type { Metrics } from "../metrics.ts";

export interface Models {
  /** Absent: the rules' answer stands. */
  readonly advisor?: Advisor;
  /** Absent: the library is searched by words alone. */
  readonly embedder?: Embedder;
}

/** Opens the models that the settings name. */
export function openModels(
  env: Env,
  metrics: Pick<Metrics, "modelAsked">,
  opening: AsyncDisposableStack,
): Models {
  if (!usesModel(env)) return {};
  const models = openOpenAi({
    apiKey: env.OPENAI_API_KEY,
    baseUrl: env.OPENAI_BASE_URL,
    model: env.OPENAI_MODEL,
    embeddingModel: env.OPENAI_EMBEDDING_MODEL,
    reasoningEffort: env.OPENAI_REASONING_EFFORT,
    concurrency: env.OPENAI_CONCURRENCY,
    deadlineMs: env.ADVISOR_DEADLINE_MS,
    priceInput: env.OPENAI_PRICE_INPUT,
    priceOutput: env.OPENAI_PRICE_OUTPUT,
    onOutcome: metrics.modelAsked,
  });
  opening.defer(() => models.close());
  return models;
}
