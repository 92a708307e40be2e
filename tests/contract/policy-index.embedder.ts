import { createHash } from "node:crypto";
import type { Embedder } from "@live-copilot/shared/copilot";

/** An embedder that tells what it was asked. */
export interface CountingEmbedder extends Embedder {
  /** Every text that it turned into a vector, in order. */
  readonly texts: readonly string[];
}

/**
 * Vectors whose nearness is that of the words in common: each word adds one at a place given by its hash. Tells
 * nothing of meaning, but is the same everywhere, and texts without a word in common are at right angles.
 */
export function bagOfWordsEmbedder(model = "bag-of-words", dimension = 512): CountingEmbedder {
  const texts: string[] = [];
  return {
    model,
    texts,
    async embed(some) {
      texts.push(...some);
      return some.map((text) => vectorOf(text, dimension));
    },
  };
}

function vectorOf(text: string, dimension: number): readonly number[] {
  const vector = Array.from({ length: dimension }, () => 0);
  for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
    const place = createHash("sha256").update(word).digest().readUInt32BE() % dimension;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  return vector;
}
