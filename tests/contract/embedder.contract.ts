import type { Embedder } from "@live-copilot/shared/copilot";
import { describe, expect, test } from "vitest";

export type OpenEmbedder = (engine: "answers" | "fails") => Promise<Embedder & AsyncDisposable>;

/** What every embedder does. */
export function describeEmbedder(name: string, open: OpenEmbedder): void {
  describe(`embedder: ${name}`, () => {
    test("gives one vector for each text, in order, all of one length", async () => {
      await using embedder = await open("answers");
      const texts = ["a leaking pipe", "the air conditioner hums", "a leaking pipe in the wall"];
      const together = await embedder.embed(texts);
      expect(together).toHaveLength(3);
      expect(new Set(together.map(({ length }) => length)).size).toBe(1);
      expect(together.flat().every(Number.isFinite)).toBe(true);
      await using another = await open("answers");
      for (const [index, text] of texts.entries()) {
        expect(await another.embed([text])).toEqual([together[index]]);
      }
      const [pipe = [], hum = [], wall = []] = together;
      expect(cosine(pipe, wall)).toBeGreaterThan(cosine(pipe, hum));
    });

    test("takes more texts than one call of the model does", async () => {
      await using embedder = await open("answers");
      const texts = Array.from({ length: 2_500 }, (_, n) => `clause ${n}`);
      const vectors = await embedder.embed(texts);
      expect(vectors).toHaveLength(2_500);
      for (const n of [0, 1_023, 1_024, 2_047, 2_499]) {
        expect(await embedder.embed([`clause ${n}`])).toEqual([vectors[n]]);
      }
    });

    test("no text gives no vector; an empty and a very long one give one each, as does one that comes twice", async () => {
      await using embedder = await open("answers");
      expect(await embedder.embed([])).toEqual([]);
      const [empty, long, first, second] = await embedder.embed(["", "word ".repeat(40_000), "pump", "pump"]);
      expect(empty?.length).toBe(long?.length);
      expect(second).toEqual(first);
    });

    test("a model that cannot is UNAVAILABLE", async () => {
      await using embedder = await open("fails");
      await expect(embedder.embed(["pump"])).rejects.toMatchObject({
        name: "CopilotError",
        reason: "UNAVAILABLE",
      });
    });

    test("a signal that aborted ends it with its reason", async () => {
      await using embedder = await open("answers");
      const reason = new Error("superseded");
      await expect(embedder.embed(["pump"], AbortSignal.abort(reason))).rejects.toBe(reason);
    });

    test("names model and maker", async () => {
      await using embedder = await open("answers");
      expect(embedder.model).toMatch(/^[a-z]+:.+/);
    });
  });
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}
