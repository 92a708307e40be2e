import { createHash } from "node:crypto";
import type { Embedder } from "@live-copilot/shared/copilot";
import { LRUCache } from "lru-cache";
import type OpenAI from "openai";
import { createCircuit } from "./circuit.ts";
import { embedBatch } from "./embed-batch.ts";
import { failureOf, isTimeout, ModelFailure, unavailable } from "./model-failure.ts";
import type { CircuitOptions } from "./options.ts";
import { pauseBeforeRetry } from "./retry.ts";
import { splitBatches } from "./split-batches.ts";

/** Numbers that are kept: 4 million are 32 MB, about 2,700 vectors of 1,536. */
const KEPT_NUMBERS = 4_000_000;

type Vector = readonly number[];

export interface EmbedderOptions {
  readonly model: string;
  readonly circuit?: CircuitOptions | undefined;
}

/**
 * Embeds through the API, in batches one after another. Texts that were embedded of late are not sent again, nor is one
 * that comes twice. Rejects with CopilotError UNAVAILABLE, or with the signal's reason when it aborts.
 */
export function createEmbedder(client: OpenAI, options: EmbedderOptions, closing: AbortSignal): Embedder {
  const { model } = options;
  const known = new LRUCache<string, Vector>({
    maxSize: KEPT_NUMBERS,
    sizeCalculation: ({ length }) => length,
  });
  const circuit = createCircuit(options.circuit ?? { failures: 5, reopenMs: 10_000 }, countsAgainst);
  let size: number | undefined;

  async function* embedAll(texts: readonly string[], signal: AbortSignal) {
    for (const batch of splitBatches(texts)) yield await embedWithRetries(batch, signal);
  }
  const embedWithRetries = async (texts: readonly string[], signal: AbortSignal) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await embedBatch(client, { model, texts, size }, signal);
      } catch (error) {
        signal.throwIfAborted();
        await pauseBeforeRetry(failureOf(error), { attempt, leftMs: Number.POSITIVE_INFINITY }, signal);
      }
    }
  };

  return {
    model: `openai:${model}`,
    async embed(texts, caller) {
      const signal = caller ? AbortSignal.any([caller, closing]) : closing;
      const keys = texts.map((text) => createHash("sha256").update(text).digest("base64"));
      // Held here as well: the cache may let go of some before the last batch has come.
      const vectors = new Map<string, Vector>();
      const missing = new Map<string, string>();
      for (const [index, key] of keys.entries()) {
        const vector = known.get(key);
        if (vector) vectors.set(key, vector);
        else missing.set(key, texts[index] ?? "");
      }
      if (missing.size === 0) return keys.map((key) => vectors.get(key) ?? []);
      try {
        signal.throwIfAborted();
        const asked = missing.keys();
        for await (const batch of circuit.watch(embedAll([...missing.values()], signal))) {
          for (const vector of batch) {
            size ??= vector.length;
            const key = asked.next().value ?? "";
            vectors.set(key, vector);
            known.set(key, vector);
          }
        }
      } catch (error) {
        caller?.throwIfAborted();
        throw unavailable(
          closing.aborted ? new ModelFailure("closed", "The adapter is closed.") : failureOf(error),
        );
      }
      return keys.map((key) => vectors.get(key) ?? []);
    },
  };
}

/** Whoever stopped waiting is no failure, unless it was for want of time. */
function countsAgainst(error: unknown): boolean {
  return error instanceof ModelFailure || isTimeout(error);
}
