import {
  type Advice,
  type AdviceRequest,
  type AdviceStep,
  createScriptReader,
  draftGate,
  type ModelUsage,
  readAnswer,
} from "@live-copilot/shared/copilot";
import type OpenAI from "openai";
import type {
  ChatCompletionChunk,
  ChatCompletionCreateParamsStreaming,
} from "openai/resources/chat/completions";
import { ModelFailure } from "./model-failure.ts";
import { usageOf } from "./model-usage.ts";
import type { OpenAiOptions } from "./options.ts";

/** No suggestion is as long as this; a server that goes on and on is left. */
const MOST_CHARACTERS = 60_000;

export interface AskDeps extends Pick<OpenAiOptions, "priceInput" | "priceOutput"> {
  readonly client: OpenAI;
}

/** One request: what is sent, and what it is for. */
export interface Ask {
  readonly body: ChatCompletionCreateParamsStreaming;
  readonly request: AdviceRequest;
  /** Told as soon as the server has counted, also where the answer cannot be used. */
  readonly onUsage: (usage: ModelUsage) => void;
}

interface Answer {
  text: string;
  refused: boolean;
  finish: string | null;
  usage: ModelUsage | undefined;
}

/**
 * Sends one request and yields the script while it comes, then the advice. Throws whatever the SDK throws, a
 * ModelFailure for an answer that cannot be used, and the signal's reason when it aborts; the request is aborted then,
 * and also when the caller stops reading.
 */
export async function* askModel(
  deps: AskDeps,
  { body, request, onUsage }: Ask,
  signal: AbortSignal,
): AsyncGenerator<AdviceStep> {
  const answer: Answer = { text: "", refused: false, finish: null, usage: undefined };
  const reader = createScriptReader();
  const mayShow = draftGate(request);
  let shown = "";
  const stream = await deps.client.chat.completions.create(body, { signal });
  for await (const chunk of stream) {
    const piece = take(answer, chunk);
    if (chunk.usage) {
      answer.usage = usageOf(chunk.usage, deps);
      onUsage(answer.usage);
    }
    if (piece === "") continue;
    const script = reader.read(piece);
    if (script === shown || !mayShow(script)) continue;
    shown = script;
    yield { script };
  }
  // The SDK ends an aborted stream as if it were whole.
  signal.throwIfAborted();
  refuseUnfinished(answer);
  const advice = readWhole(answer, request);
  yield { advice: answer.usage ? { ...advice, usage: answer.usage } : advice };
}

/** Adds a chunk to the answer; gives its piece of text. */
function take(answer: Answer, { choices }: ChatCompletionChunk): string {
  const choice = choices?.[0];
  if (!choice) return "";
  answer.finish = choice.finish_reason ?? answer.finish;
  answer.refused ||= Boolean(choice.delta?.refusal);
  const piece = choice.delta?.content ?? "";
  answer.text += piece;
  if (answer.text.length > MOST_CHARACTERS) {
    throw new ModelFailure("too-long", "The model's answer was too long.");
  }
  return piece;
}

function refuseUnfinished({ finish, refused }: Answer): void {
  if (refused) throw new ModelFailure("refused", "The model refused to answer.");
  if (finish === "content_filter") throw new ModelFailure("filtered", "The model's answer was filtered.");
  if (finish === "length") throw new ModelFailure("too-long", "The model's answer was too long.");
}

/** Servers do not all say why they ended; without that, an answer that cannot be read was cut. */
function readWhole({ text, finish }: Answer, request: AdviceRequest): Advice {
  try {
    return readAnswer(text, request);
  } catch (error) {
    if (finish !== null) throw error;
    throw new ModelFailure("cut", "The model's answer ended before it was whole.", { canRetry: true });
  }
}
