import { expect, test } from "vitest";
import { isTooMuch, typedNames } from "./typed-names.ts";

test("names are what stands between commas or semicolons", () => {
  expect(typedNames(" Pool and Spa,, Septic ;Roof Leak,")).toEqual(["Pool and Spa", "Septic", "Roof Leak"]);
  expect(typedNames(" , ")).toEqual([]);
});

test("as many and as long as a session holds, and no more", () => {
  const many = Array.from({ length: 50 }, (_, n) => `Option ${n}`);
  expect(isTooMuch(many)).toBe(false);
  expect(isTooMuch([...many, "One more"])).toBe(true);
  expect(isTooMuch(["x".repeat(200)])).toBe(false);
  expect(isTooMuch(["x".repeat(201)])).toBe(true);
});
