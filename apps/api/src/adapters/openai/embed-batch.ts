import type OpenAI from "openai";
import { ModelFailure } from "./model-failure.ts";

/** OpenAI's models read 8,191 tokens of a text; what stands behind is not missed in a clause or a question. */
const MOST_CHARACTERS = 16_000;

export interface EmbedBatch {
  readonly model: string;
  readonly texts: readonly string[];
  /** How long earlier vectors of this model were. */
  readonly size: number | undefined;
}

/** One request: a vector for each text, in their order. Throws ModelFailure for an answer that is not that. */
export async function embedBatch(
  client: OpenAI,
  { model, texts, size }: EmbedBatch,
  signal: AbortSignal,
): Promise<readonly (readonly number[])[]> {
  // The API refuses empty texts. Numbers as they are, for not every server knows the SDK's denser default.
  const input = texts.map((text) => text.slice(0, MOST_CHARACTERS).trim() || "-");
  const { data } = await client.embeddings.create({ model, input, encoding_format: "float" }, { signal });
  if (!Array.isArray(data) || data.length !== texts.length) throw malformed("another number of vectors");
  const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding);
  const length = size ?? vectors[0]?.length;
  for (const [index, vector] of vectors.entries()) {
    if (!Array.isArray(vector) || vector.length === 0 || !vector.every(Number.isFinite)) {
      throw malformed("what is no vector");
    }
    if (vector.length !== length || data.every((each) => each.index !== index)) {
      throw malformed("vectors that do not go together");
    }
  }
  return vectors;
}

function malformed(what: string): ModelFailure {
  return new ModelFailure("malformed", `The model's server sent ${what}.`, { canRetry: true });
}
