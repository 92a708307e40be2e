import { createWordBook, takeSnapshot } from "@live-copilot/shared/copilot";
import { expect, test } from "vitest";
import { queryText } from "./query-text.ts";

const words = createWordBook([["fridge", "refrigerator"]]);
for (const text of ["One refrigerator is covered.", "The compressor of a furnace."]) words.note(text);
const snapshot = takeSnapshot([], words);

function counted(text: string, situation = ""): Record<string, number> {
  const said = queryText({ text, situation }, snapshot).trim();
  const groups = Map.groupBy(said === "" ? [] : said.split(" "), (word) => word);
  return Object.fromEntries([...groups].map(([word, all]) => [word, all.length]));
}

test("a word of the question is said ten times, one of the situation three times", () => {
  expect(counted("the furnace", "a compressor")).toEqual({ furnac: 10, compressor: 3 });
});

test("synonyms and words that were misheard come with their weights", () => {
  expect(counted("my fridge")).toEqual({ refrigerator: 10 });
  expect(counted("compresser")["compressor"]).toBeGreaterThan(4);
});

test("nothing is left of words that the library does not know", () => {
  expect(counted("is it the zebra")).toEqual({});
});
