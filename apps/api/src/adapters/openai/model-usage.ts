import type { ModelUsage } from "@live-copilot/shared/copilot";
import type { CompletionUsage } from "openai/resources/completions";
import type { OpenAiOptions } from "./options.ts";

/** What an answer took, with its cost where both prices are set. Thinking is written, so it is in the output. */
export function usageOf(
  { prompt_tokens: inputTokens, completion_tokens: outputTokens }: CompletionUsage,
  { priceInput, priceOutput }: Pick<OpenAiOptions, "priceInput" | "priceOutput">,
): ModelUsage {
  if (priceInput === undefined || priceOutput === undefined) return { inputTokens, outputTokens };
  const costUsd = (inputTokens * priceInput + outputTokens * priceOutput) / 1_000_000;
  return { inputTokens, outputTokens, costUsd };
}
