import { ANSWER_JSON_SCHEMA, type Prompt } from "@live-copilot/shared/copilot";
import type { ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import type { OptionalParam } from "./model-failure.ts";
import type { OpenAiOptions } from "./options.ts";

/** Thinking counts too where a model thinks. A suggestion itself takes about 300. */
const MOST_TOKENS = 2_000;
/** OpenAI's models that think before they write; those for chat do not. */
const REASONS = /^(?:o\d|gpt-[5-9])(?!.*chat)/;

/**
 * The one request of a question. Chat Completions with a JSON schema is what OpenAI, Azure, vLLM and Ollama have in
 * common. `omit` are the optional parameters that this server has refused.
 */
export function requestBody(
  { model, reasoningEffort }: Pick<OpenAiOptions, "model" | "reasoningEffort">,
  prompt: Prompt,
  omit: ReadonlySet<OptionalParam>,
): ChatCompletionCreateParamsStreaming {
  const reasons = reasoningEffort !== undefined || REASONS.test(model);
  const optional = {
    stream_options: { include_usage: true },
    max_completion_tokens: MOST_TOKENS,
    // Models that reason refuse a temperature; others answer the same question alike with none.
    ...(reasons ? { reasoning_effort: reasoningEffort ?? ("low" as const) } : { temperature: 0 }),
  };
  const taken = Object.entries(optional).filter(([param]) => !omit.has(param as OptionalParam));
  return {
    model,
    stream: true,
    messages: [
      { role: "system", content: prompt.instructions },
      { role: "user", content: prompt.data },
    ],
    response_format: {
      type: "json_schema",
      json_schema: { name: "suggestion", strict: true, schema: ANSWER_JSON_SCHEMA },
    },
    ...Object.fromEntries(taken),
  };
}
