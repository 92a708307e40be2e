import { expect, test } from "vitest";
import { median, quantile, spread } from "./stats.ts";

test("a quantile is a value that was measured, whatever the order", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(quantile(values, 0.5)).toBe(50);
  expect(quantile(values, 0.99)).toBe(99);
  expect(spread(values)).toEqual({ p50: 50, p99: 99, max: 100 });
});

test("the median of an even number of values lies between the two in the middle", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([9, 1, 5])).toBe(5);
});

test("nothing measured is no number, so that it cannot pass for a good figure", () => {
  expect(median([])).toBeNaN();
  expect(quantile([], 0.99)).toBeNaN();
});
