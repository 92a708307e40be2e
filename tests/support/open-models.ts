import { type OpenAiModels, openOpenAi } from "@live-copilot/api/adapters/openai/open-openai.ts";
import type { ModelOutcome, OpenAiOptions } from "@live-copilot/api/adapters/openai/options.ts";

/** The models of a server, with what they told of each question. */
export interface OpenedModels extends OpenAiModels, AsyncDisposable {
  readonly outcomes: readonly ModelOutcome[];
}

/** Opens the models of the server at this address. */
export function openModels(baseUrl: string, options: Partial<OpenAiOptions> = {}): OpenedModels {
  const outcomes: ModelOutcome[] = [];
  const models = openOpenAi({
    baseUrl,
    model: "gpt-5-mini",
    concurrency: 16,
    deadlineMs: 6_000,
    onOutcome: (outcome) => void outcomes.push(outcome),
    ...options,
  });
  return { ...models, outcomes, [Symbol.asyncDispose]: () => models.close() };
}
