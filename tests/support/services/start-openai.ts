import type { Socket } from "node:net";
import { type ChatCompletionRequest, LLMock } from "@copilotkit/aimock";
import { freePort } from "./free-port.ts";
import { keepCalls, type OpenAiCall } from "./openai-calls.ts";
import { answerEmbeddings, readEmbeddingsRequest } from "./openai-embeddings.ts";
import type { OpenAiFaults } from "./openai-faults.ts";
import { openAiFixtures } from "./openai-fixtures.ts";
import type { Service } from "./service.ts";

/** How the model answers, how fast, and what goes wrong. */
export interface OpenAiOptions {
  /**
   * What the model writes, worked out from the request; an object is written as JSON. Both of OpenAI's interfaces
   * (chat completions, responses) arrive as `messages`. Absent: `{}`.
   */
  readonly answer?: (request: ChatCompletionRequest) => unknown;
  /** Silence before the first piece of a stream; 0. */
  readonly timeToFirstTokenMs?: number;
  /** Characters of a piece of a stream; 20. */
  readonly pieceChars?: number;
  /** Absent: as fast as it goes. */
  readonly piecesPerSecond?: number;
  /** Tokens that each answer says it used; absent: the mock's own estimate. */
  readonly usage?: { readonly input: number; readonly output: number };
  readonly faults?: OpenAiFaults;
  /** What a 429 says in Retry-After; 1. */
  readonly retryAfterSeconds?: number;
  /** Other seeds give other calls the faults. */
  readonly seed?: string;
}

export interface OpenAiService extends Service {
  /** For OPENAI_BASE_URL: `http://127.0.0.1:<port>/v1`. Any key will do. */
  readonly baseUrl: string;
  /** Every call since the start, oldest first. */
  readonly calls: readonly OpenAiCall[];
  /** Changes the options that are named from the next call on. */
  change(options: OpenAiOptions): void;
}

/**
 * Plays OpenAI over HTTP on a free port: chat completions and responses, whole or streamed, by `@copilotkit/aimock`,
 * and embeddings that are near each other when texts share words. Stopping breaks open streams.
 */
export async function startOpenAi(options: OpenAiOptions = {}): Promise<OpenAiService> {
  let current = options;
  const { calls, textFault, embeddingsFault } = keepCalls(() => current);
  const sockets = keepSockets();
  const port = await freePort();
  const mock = new LLMock({ port, host: "127.0.0.1" });
  mock.addFixtures(openAiFixtures(current, textFault));
  mock.mount("/v1", {
    async handleRequest(req, res, path) {
      sockets.keep(req.socket);
      if (path !== "/embeddings") return false;
      const request = await readEmbeddingsRequest(req);
      answerEmbeddings(request, embeddingsFault(request), res);
      return true;
    },
  });
  let running = false;
  const start = async () => {
    if (!running) await mock.start();
    running = true;
  };
  const stop = async () => {
    if (!running) return;
    running = false;
    const stopped = mock.stop();
    sockets.breakAll();
    await stopped;
  };
  await start();
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls,
    change(changes) {
      current = { ...current, ...changes };
      mock.clearFixtures().addFixtures(openAiFixtures(current, textFault));
    },
    canStop: true,
    start,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** The connections that are open: the mock itself would wait for their streams to end. */
function keepSockets() {
  const open = new Set<Socket>();
  return {
    keep(socket: Socket): void {
      if (!open.has(socket)) socket.once("close", () => open.delete(socket));
      open.add(socket);
    },
    breakAll(): void {
      for (const socket of open) socket.destroy();
    },
  };
}
