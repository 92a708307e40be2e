import { expect, test } from "vitest";
import { fuseHits } from "./fuse-hits.ts";

const WORDS = [
  { id: "a", score: 8 },
  { id: "b", score: 4 },
];
const DENSE = [
  { id: "c", score: 0.9 },
  { id: "b", score: 0.7 },
  { id: "a", score: 0.5 },
];

test("by words alone, each has its share of the best", () => {
  expect(Object.fromEntries(fuseHits(WORDS, [], 0.3))).toEqual({ a: 1, b: 0.5 });
});

test("meaning adds by its weight, from the farthest hit up", () => {
  const fused = fuseHits(WORDS, DENSE, 0.4);
  expect(fused.get("a")).toBeCloseTo(0.6);
  expect(fused.get("b")).toBeCloseTo(0.3 + 0.2);
  expect(fused.get("c")).toBeCloseTo(0.4);
});

test("one hit by meaning alone is the best by meaning; nothing found is nothing", () => {
  expect([...fuseHits([], [{ id: "c", score: 0.2 }], 0.3).values()]).toEqual([0.3]);
  expect(fuseHits([], [], 0.3).size).toBe(0);
});
