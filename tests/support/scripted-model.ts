import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** One request that a scripted model got. */
export interface ModelCall {
  readonly body: Record<string, unknown>;
  /** When it came, epoch milliseconds. */
  readonly at: number;
  readonly res: ServerResponse;
  /** Whether the caller closed the connection before the answer was whole. */
  closedEarly: boolean;
}

/** A server of which a test writes every byte: for what no mock of the API does. */
export interface ScriptedModel extends AsyncDisposable {
  readonly baseUrl: string;
  readonly calls: readonly ModelCall[];
}

/** Starts it on a free port; `respond` is given each call and its number, from 0. */
export async function startScriptedModel(
  respond: (call: ModelCall, n: number) => void,
): Promise<ScriptedModel> {
  const calls: ModelCall[] = [];
  const server = createServer(async (req, res) => {
    const body = (await json(req)) as Record<string, unknown>;
    const call: ModelCall = { body, at: Date.now(), res, closedEarly: false };
    res.on("close", () => {
      call.closedEarly = !res.writableFinished;
    });
    calls.push(call);
    respond(call, calls.length - 1);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Answers with a status, headers and OpenAI's form of an error. */
export function sendError(
  { res }: ModelCall,
  status: number,
  { headers = {}, error = {} }: { headers?: Record<string, string>; error?: Record<string, unknown> } = {},
): void {
  res.writeHead(status, { "Content-Type": "application/json", ...headers });
  res.end(JSON.stringify({ error: { message: "no", type: "error", ...error } }));
}

/** Sends one chunk of a stream: a piece of text, or the choice that is given; the first one opens the stream. */
export function sendPiece({ res }: ModelCall, piece: string | Record<string, unknown>): void {
  if (!res.headersSent) res.writeHead(200, { "Content-Type": "text/event-stream" });
  const choice = typeof piece === "string" ? { delta: { content: piece }, finish_reason: null } : piece;
  const chunk = { id: "c", object: "chat.completion.chunk", choices: [{ index: 0, ...choice }] };
  res.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

/** Ends a stream as a model does that is done, for this reason. */
export function sendEnd(call: ModelCall, finish = "stop"): void {
  sendPiece(call, { delta: {}, finish_reason: finish });
  call.res.end("data: [DONE]\n\n");
}

/** A whole answer. */
export function sendAnswer(call: ModelCall, answer: unknown): void {
  sendPiece(call, JSON.stringify(answer));
  sendEnd(call);
}
