import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["is my <b>oven</b> covered?", "is my oven covered?"],
  ["don&#39;t you cover it &amp; the range", "don't you cover it and the range"],
  ["is my **dishwasher** covered 😀 https://example.com/a?b=c", "is my dishwasher covered"],
  ["line<br>break", "line break"],
])("%s", (text, plain) => {
  expect(plainText(text).replace(/\s+/g, " ").trim()).toBe(plain);
});

test("any text is taken, and plain words stay as they are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => typeof plainText(text) === "string"),
  );
  fc.assert(fc.property(fc.stringMatching(/^[a-z ,.?']{0,80}$/), (text) => plainText(text) === text));
});
