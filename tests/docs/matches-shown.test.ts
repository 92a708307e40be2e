import { expect, test } from "vitest";
import { difference } from "./matches-shown.ts";

test.each<[string, unknown, unknown]>([
  ["the same", { a: [1, "x", null] }, { a: [1, "x", null] }],
  ["an ellipsis for anything", { a: "…" }, { a: { b: 1 } }],
  ["an ellipsis inside a string", "call-…-1", "call-abc-1"],
  ["further fields", { a: 1, "…": "…" }, { a: 1, b: 2 }],
  ["further items", [1, "…"], [1, 2, 3]],
  ["another time", "2026-11-23T13:28:39.070Z", "2027-01-01T00:00:00.000Z"],
  ["another seq", { seq: 3, id: "3" }, { seq: 9, id: "9" }],
])("matches: %s", (_name, shown, got) => {
  expect(difference(shown, got)).toBeNull();
});

test.each<[string, unknown, unknown, string]>([
  ["another value", { a: 1 }, { a: 2 }, "$.a is 2"],
  ["a field more", { a: 1 }, { a: 1, b: 2 }, "$.b is not shown"],
  ["a field less", { a: 1, b: 2, "…": "…" }, { a: 1 }, "$.b is missing"],
  ["an item more", [1], [1, 2], "$ has 2 items"],
  ["no item of those shown", [1, "…"], [], "$ has 0 items"],
  ["no time", "2026-11-23T13:28:39.070Z", "soon", "$ is"],
  ["other characters around an ellipsis", "a…b", "a…c", "$ is"],
  ["null for an object", { a: {} }, { a: null }, "$.a is null"],
])("differs: %s", (_name, shown, got, says) => {
  expect(difference(shown, got)).toContain(says);
});
