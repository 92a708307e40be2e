import type { ChatCompletionRequest, Fixture, FixtureResponse } from "@copilotkit/aimock";
import type { OpenAiFault } from "./openai-faults.ts";
import type { OpenAiOptions } from "./start-openai.ts";

/** Characters of a piece of a stream, where nothing else is asked for: about five tokens. */
const PIECE = 20;
/** A stream that is to be cut ends after so many pieces. */
const CUT_AFTER = 4;
/** Pieces a second of such a stream at most: all at once, the cut would overtake them. */
const CUT_PACE = 200;

/** What is behind each fixture: how it answers, and which calls it takes. */
type Taken = (request: ChatCompletionRequest) => OpenAiFault | null;

/** The mock's answers: one fixture for each way a call can go. `fault` says which way a call goes. */
export function openAiFixtures(options: OpenAiOptions, fault: Taken): Fixture[] {
  const answered = async (request: ChatCompletionRequest): Promise<FixtureResponse> => {
    const answer = await options.answer?.(request);
    const content = typeof answer === "string" ? answer : JSON.stringify(answer ?? {});
    return { content, ...(options.usage && { usage: usageOf(options.usage) }) };
  };
  const broken = async (request: ChatCompletionRequest): Promise<FixtureResponse> => {
    const whole = await answered(request);
    const content = "content" in whole && typeof whole.content === "string" ? whole.content : "{}";
    return { ...whole, content: content.slice(0, Math.max(1, Math.floor(content.length / 2))) };
  };
  const error = (status: number, type: string) => ({ status, error: { type, message: type } });
  const pace = options.piecesPerSecond && { tps: options.piecesPerSecond };
  const profile = { ttft: options.timeToFirstTokenMs ?? 0, ...pace };
  const when = (kind: OpenAiFault | null) => ({
    match: { predicate: (request: ChatCompletionRequest) => fault(request) === kind },
    chunkSize: options.pieceChars ?? PIECE,
    streamingProfile: profile,
  });
  return [
    { ...when("error"), response: error(500, "server_error") },
    {
      ...when("rateLimited"),
      response: { ...error(429, "rate_limit_error"), retryAfter: options.retryAfterSeconds ?? 1 },
    },
    { ...when("malformedBody"), response: answered, chaos: { malformedRate: 1 } },
    { ...when("malformedText"), response: broken },
    {
      ...when("cut"),
      response: answered,
      truncateAfterChunks: CUT_AFTER,
      streamingProfile: { tps: CUT_PACE, ...profile },
    },
    { ...when("hangUp"), response: answered, chaos: { disconnectRate: 1 } },
    { ...when(null), response: answered },
  ];
}

/** Under the names of both of OpenAI's interfaces. */
function usageOf({ input, output }: { readonly input: number; readonly output: number }) {
  return { prompt_tokens: input, completion_tokens: output, input_tokens: input, output_tokens: output };
}
