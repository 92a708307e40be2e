import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

const KNOWN = ["plans", "states", "contractTypes"];

test.each([
  ["plan", "plans"],
  ["Plans", "plans"],
  ["sates", "states"],
  ["contract_types", "contractTypes"],
])("%s stands for %s", (name, expected) => {
  expect(nearestName(name, KNOWN)).toBe(expected);
});

test.each(["", "colour", "x"])("%j is near to none", (name) => {
  expect(nearestName(name, KNOWN)).toBeUndefined();
});
