import fc from "fast-check";
import { expect, test } from "vitest";
import { splitBatches } from "./split-batches.ts";

test("batches hold every text in order, and are bounded in number and characters", () => {
  const texts = fc.array(
    fc.integer({ min: 0, max: 20_000 }).map((length) => "x".repeat(length)),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(texts, (given) => {
      const batches = splitBatches(given);
      expect(batches.flat()).toEqual(given);
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.join("").length).toBeLessThanOrEqual(250_000);
      }
    }),
    { numRuns: 50 },
  );
});

test("many short texts are more than one batch", () => {
  const batches = splitBatches(Array.from({ length: 2_500 }, () => "short"));
  expect(batches.map(({ length }) => length)).toEqual([1_024, 1_024, 452]);
});

test("a text that is longer than a batch is one by itself", () => {
  expect(splitBatches(["a", "x".repeat(300_000), "b"]).map(({ length }) => length)).toEqual([1, 1, 1]);
});
