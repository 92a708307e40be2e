import { expect, test } from "vitest";
import { createSynonymBook } from "./synonym-book.ts";
import { wordsOf } from "./terms.ts";

const GROUPS = [
  ["fridge", "frigerator", "refrigerator"],
  ["AC", "air conditioning"],
];

function expand(library: string, said: string): Record<string, number> {
  const book = createSynonymBook(GROUPS);
  book.note(library);
  return Object.fromEntries(book.expand(wordsOf(said)));
}

test("gives the library's wordings in full where it has none of the caller's, shared by their words", () => {
  expect(expand("One refrigerator is covered.", "my fridge")).toEqual({ refrigerator: 1 });
  const [air, ...others] = Object.values(expand("Air conditioning is covered.", "the AC"));
  expect(air).toBe(0.5);
  expect(others).toEqual([0.5]);
});

test("gives them less weight beside the caller's own wording", () => {
  const weight = expand("The fridge, that is the refrigerator.", "my fridge")["refrigerator"];
  expect(weight).toBeGreaterThan(0);
  expect(weight).toBeLessThan(1);
});

test("knows a wording that was misheard", () => {
  expect(expand("One refrigerator is covered.", "my frigerater")).toEqual({ refrigerator: 1 });
  expect(expand("One refrigerator is covered.", "my figurine")).toEqual({});
});
