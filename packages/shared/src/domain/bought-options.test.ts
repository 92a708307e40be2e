import { expect, test } from "vitest";
import { distinctOptions, sameOptions } from "./bought-options.ts";

test("each option is named once, as it came first", () => {
  expect(distinctOptions(["Septic", "pool  and spa", "Pool and Spa", "septic "])).toEqual([
    "Septic",
    "pool  and spa",
  ]);
});

test.each([
  [null, null, true],
  [null, [], false],
  [[], [], true],
  [["Septic", "Roof Leak"], ["roof leak", "Septic"], true],
  [["Septic"], ["Septic", "Roof Leak"], false],
  [["プール"], ["屋根"], false],
])("%j and %j: the same is %s", (a, b, same) => {
  expect(sameOptions(a, b)).toBe(same);
  expect(sameOptions(b, a)).toBe(same);
});
