import type { ChatCompletionRequest } from "@copilotkit/aimock";
import type { EmbeddingsRequest } from "./openai-embeddings.ts";
import { drawFault, type OpenAiFault } from "./openai-faults.ts";
import type { OpenAiOptions } from "./start-openai.ts";

/** A call that the server saw, and what became of it. */
export type OpenAiCall = { readonly fault: OpenAiFault | null } & (
  | { readonly kind: "text"; readonly request: ChatCompletionRequest }
  | { readonly kind: "embeddings"; readonly request: EmbeddingsRequest }
);

/** Keeps every call, and decides what goes wrong with it by the options of that moment. */
export function keepCalls(options: () => OpenAiOptions) {
  const calls: OpenAiCall[] = [];
  const decided = new WeakMap<ChatCompletionRequest, OpenAiFault | null>();
  const next = () => drawFault(options().faults ?? {}, options().seed ?? "", calls.length);
  return {
    calls,
    /** The mock asks once for each way a call can go: the first question decides, the others are told the same. */
    textFault(request: ChatCompletionRequest): OpenAiFault | null {
      const before = decided.get(request);
      if (before !== undefined) return before;
      const fault = next();
      decided.set(request, fault);
      calls.push({ kind: "text", request, fault });
      return fault;
    },
    embeddingsFault(request: EmbeddingsRequest): OpenAiFault | null {
      const fault = next();
      calls.push({ kind: "embeddings", request, fault });
      return fault;
    },
  };
}
