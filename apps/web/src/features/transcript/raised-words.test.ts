import { expect, it } from "vitest";
import { raisedWords } from "./raised-words.ts";

const joined = (text: string, ...raised: [string, string][]) => {
  const stretches = raisedWords(
    text,
    raised.map(([cardId, question]) => ({ cardId, question })),
  );
  expect(stretches.map((one) => one.text).join("")).toBe(text);
  return stretches.filter((one) => one.cardId !== undefined).map((one) => [one.cardId, one.text]);
};

it("underlines nothing where nothing was raised", () => {
  expect(joined("Hello there.")).toEqual([]);
});

it("underlines the asking sentence only", () => {
  const text = "Is that covered or do I have to pay? Because last year I got told something else.";
  expect(joined(text, ["1", "Is the compressor covered?"])).toEqual([
    ["1", "Is that covered or do I have to pay?"],
  ]);
});

it("gives each of two questions its own sentence", () => {
  const text = "Is the pool heater covered? And how long until somebody comes?";
  const found = joined(
    text,
    ["a", "How long until a contractor comes?"],
    ["b", "Is the pool heater covered?"],
  );
  expect(found).toEqual([
    ["b", "Is the pool heater covered?"],
    ["a", "And how long until somebody comes?"],
  ]);
});

it("underlines all of words without punctuation", () => {
  expect(joined("so the compressor is shot", ["1", "What does a visit cost?"])).toEqual([
    ["1", "so the compressor is shot"],
  ]);
});
