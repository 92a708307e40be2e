import fc from "fast-check";
import { expect, test } from "vitest";
import { createScriptReader } from "./script-reader.ts";

/** Any object with a script, and fields of any kind before and after it that the reader must not be led astray by. */
const answers = fc
  .record({
    script: fc.string({ unit: "binary" }),
    before: fc.jsonValue(),
    after: fc.jsonValue(),
    nested: fc.record({ script: fc.string() }),
    list: fc.array(fc.oneof(fc.constant("script"), fc.record({ script: fc.string() }))),
    order: fc.shuffledSubarray(["before", "nested", "list", "script", "after"], { minLength: 5 }),
    indent: fc.constantFrom(0, 2),
  })
  .map(({ order, indent, ...fields }) => {
    const answer = Object.fromEntries(order.map((key) => [key, fields[key as keyof typeof fields]]));
    return { text: JSON.stringify(answer, null, indent), script: fields.script };
  });

function readInPieces(text: string, cuts: readonly number[]): string[] {
  const reader = createScriptReader();
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  return places.slice(1).map((end, index) => reader.read(text.slice(places[index], end)));
}

test("however the text is cut, the same is read, and it only ever grows", () => {
  fc.assert(
    fc.property(answers, fc.array(fc.nat(), { maxLength: 30 }), ({ text, script }, cuts) => {
      const steps = readInPieces(text, cuts);
      expect(steps.at(-1)).toBe(trimmed(script));
      for (const [index, step] of steps.entries()) {
        expect(step.startsWith(steps[index - 1] ?? "")).toBe(true);
        expect(trimmed(step)).toBe(step);
      }
    }),
    { numRuns: 500 },
  );
});

test("one character at a time gives every prefix of the script", () => {
  const script = 'Yes, "that" is\ncovered \u{1f44d}.';
  const text = JSON.stringify({ script, decision: "Yes", reason: "x" });
  const reader = createScriptReader();
  const seen = new Set([...text].map((character) => reader.read(character)));
  expect([...seen].at(-1)).toBe(script);
  expect(seen.size).toBe([...script].length + 1);
});

test("an escape that is cut in two is not shown in half", () => {
  const reader = createScriptReader();
  expect(reader.read(String.raw`{"decision":null,"script":"a\u00`)).toBe("a");
  expect(reader.read("e9b")).toBe("aéb");
});

test("what is no JSON gives what can be read of it and no error", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(typeof createScriptReader().read(text)).toBe("string");
    }),
  );
});

/** A half character at the end is held back: it may be the first half of one. */
function trimmed(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
