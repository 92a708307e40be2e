import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["is my <b>oven</b> covered?", "is my oven covered?"],
  ["don&#39;t you cover it &amp; the range", "don't you cover it and the range"],
  ["is my **dishwasher** covered 😀 https://example.com/a?b=c", "is my dishwasher covered"],
  ["line<br>break", "line break"],
  ["is my &lt;b&gt;oven&lt;/b&gt; covered &#x1F600;", "is my oven covered"],
  ["is it covered 👍🏽 🇺🇸", "is it covered"],
  ["[my plan](https://example.com/plan)", "[my plan]("],
  ["_is_ my ~~range~~ `oven` covered", "is my range oven covered"],
  ["a fridge that cost < 400 & two ovens", "a fridge that cost 400 & two ovens"],
])("%s", (text, plain) => {
  expect(plainText(text).replace(/\s+/g, " ").trim()).toBe(plain);
});

test("any text is taken, and plain words stay as they are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => typeof plainText(text) === "string"),
  );
  fc.assert(fc.property(fc.stringMatching(/^[a-z ,.?']{0,80}$/), (text) => plainText(text) === text));
});

test("hostile text takes time in proportion to its length", () => {
  const parts = ["<a", "<", "https://", "**", "&#", "&amp", "_ ", "`", "<b ", "http", "#", "😀", "a"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 }), (unit) => {
      const text = unit.join("").repeat(Math.ceil(200_000 / unit.join("").length));
      const begun = performance.now();
      plainText(text);
      // Time that grew with the square of the length would be minutes.
      expect(performance.now() - begun).toBeLessThan(2_000);
    }),
    { numRuns: 40 },
  );
});
