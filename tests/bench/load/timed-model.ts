import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { freePort } from "../../support/services/free-port.ts";

/** One answer of a model, as it passed: times of `performance.now()`. */
export interface ModelAnswerTimes {
  /** The question in the prompt. */
  readonly question: string;
  /** The request was here in full. */
  readonly askedAt: number;
  /** The first piece of the answer's text went on. */
  firstAt: number;
  /** The end of the answer went on. */
  endedAt: number;
}

/** Stands before a model's server and notes when what passes. */
export interface TimedModel extends AsyncDisposable {
  readonly baseUrl: string;
  /** Finished answers, oldest first. */
  readonly answers: readonly ModelAnswerTimes[];
}

/** A piece of a stream that holds text; before the first one there may be pieces that only say who speaks. */
const HAS_TEXT = /"content":"[^"]/;

/** Passes everything on to a server that speaks OpenAI's API. What it adds itself counts as the model's own time. */
export async function timeModel(upstream: string): Promise<TimedModel> {
  const answers: ModelAnswerTimes[] = [];
  const port = await freePort();
  const server = createServer((incoming, outgoing) => {
    passOn({ upstream, incoming, outgoing }).then(
      (times) => void answers.push(times),
      () => outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${port}${new URL(upstream).pathname}`,
    answers,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Passing {
  readonly upstream: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

async function passOn({ upstream, incoming, outgoing }: Passing): Promise<ModelAnswerTimes> {
  const { method, headers, url = "/" } = incoming;
  const body = Buffer.concat(await Array.fromAsync(incoming as AsyncIterable<Buffer>));
  const times = {
    question: questionOf(body),
    askedAt: performance.now(),
    firstAt: Number.NaN,
    endedAt: Number.NaN,
  };
  const asking = request(new URL(url, upstream), { method, headers });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asking.once("response", resolve).once("error", reject).end(body);
  });
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  for await (const piece of answer as AsyncIterable<Buffer>) {
    if (Number.isNaN(times.firstAt) && HAS_TEXT.test(piece.toString())) times.firstAt = performance.now();
    outgoing.write(piece);
  }
  outgoing.end();
  times.endedAt = performance.now();
  return times;
}

/** The question in the prompt of ours; empty where the request is another. */
function questionOf(body: Buffer): string {
  const { messages = [] }: { messages?: { role: string; content: string }[] } = JSON.parse(body.toString());
  const data = messages.find(({ role }) => role === "user")?.content ?? "{}";
  const { caller }: { caller?: { question?: string } } = JSON.parse(data);
  return caller?.question ?? "";
}
