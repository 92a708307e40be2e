import { expect, test } from "vitest";
import { nearWords } from "./near-words.ts";

const VOCABULARY = ["compressor", "condens", "compress", "thermostat", "oven"];

test("gives words of which a fifth of the letters differ, the nearer the weightier, up to .45", () => {
  const near = nearWords("compresser", VOCABULARY);
  expect([...near.keys()]).toEqual(["compressor", "compress"]);
  expect(near.get("compressor")).toBeLessThan(0.45);
  expect(near.get("compress")).toBeLessThan(near.get("compressor") ?? 0);
});

test("gives none for a word that is like no other, or too short to differ", () => {
  expect(nearWords("dishwasher", VOCABULARY).size).toBe(0);
  expect(nearWords("ov", VOCABULARY).size).toBe(0);
});
