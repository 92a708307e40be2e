import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import type { OpenAiFault } from "./openai-faults.ts";

const requestSchema = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string())]),
  dimensions: z.int().positive().default(64),
  encoding_format: z.enum(["float", "base64"]).default("float"),
});

/** A call for vectors, as it came in. */
export type EmbeddingsRequest = z.infer<typeof requestSchema>;

/** Reads a call for vectors. */
export async function readEmbeddingsRequest(req: IncomingMessage): Promise<EmbeddingsRequest> {
  return requestSchema.parse(await json(req));
}

/** Answers in OpenAI's format, or with the fault; what only streams can suffer does not happen here. */
export function answerEmbeddings(
  request: EmbeddingsRequest,
  fault: OpenAiFault | null,
  res: ServerResponse,
): void {
  const failed = (type: string) => JSON.stringify({ error: { type, message: type } });
  const head = (status: number, headers = {}) =>
    res.writeHead(status, { "Content-Type": "application/json", ...headers });
  if (fault === "hangUp") res.destroy();
  else if (fault === "error") head(500).end(failed("server_error"));
  else if (fault === "rateLimited") head(429, { "Retry-After": "1" }).end(failed("rate_limit_error"));
  else if (fault === "malformedBody") head(200).end('{"object": "list", "data": [{');
  else head(200).end(JSON.stringify(embed(request)));
}

function embed({ model, input, dimensions, encoding_format }: EmbeddingsRequest) {
  const texts = [input].flat();
  const data = texts.map((text, index) => {
    const vector = embedWords(text, dimensions);
    const packed = Buffer.from(Float32Array.from(vector).buffer).toString("base64");
    return { object: "embedding", index, embedding: encoding_format === "base64" ? packed : vector };
  });
  const tokens = texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
  return { object: "list", model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

/** A unit vector that depends on the words alone: texts that share words are near each other. */
export function embedWords(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of wordsOf(text)) {
    const hash = createHash("sha256").update(word).digest();
    for (const [byte, sign] of [
      [0, 1],
      [4, 1],
      [8, -1],
    ] as const) {
      const at = hash.readUInt32BE(byte) % dimensions;
      vector[at] = (vector[at] ?? 0) + sign;
    }
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
