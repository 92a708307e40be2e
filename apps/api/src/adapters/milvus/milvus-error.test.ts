import { expect, test } from "vitest";
import { accepted, isMissing, unavailable } from "./milvus-error.ts";

const FINE = { error_code: "Success", reason: "", code: 0 };

test("gives back what Milvus accepted", () => {
  const answer = { status: FINE, data: [1] };
  expect(accepted(answer)).toBe(answer);
  expect(accepted(FINE)).toBe(FINE);
});

test.each([
  [{ error_code: "UnexpectedError", reason: "no room", code: 1 }, "no room"],
  [{ status: { error_code: "Success", reason: "rate limit", code: 8 } }, "rate limit"],
  [{}, "this Milvus does not know the call"],
])("throws what it refused: %j", (answer, reason) => {
  expect(() => accepted(answer)).toThrow(reason);
});

test("a plain object that was rejected becomes an Error with its text", () => {
  const error = unavailable({ code: 14, details: "connection refused" });
  expect(error).toMatchObject({ reason: "UNAVAILABLE", cause: new Error("connection refused") });
  expect(unavailable(error)).toBe(error);
});

test("knows a collection that is not there", () => {
  const refusal = (answer: object) => {
    try {
      return accepted(answer) && null;
    } catch (error) {
      return unavailable(error);
    }
  };
  expect(isMissing(refusal({ status: { error_code: "CollectionNotExists", code: 100, reason: "" } }))).toBe(
    true,
  );
  expect(isMissing(refusal({ error_code: "UnexpectedError", code: 1, reason: "" }))).toBe(false);
});
