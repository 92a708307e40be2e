import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksSomething } from "./asks-something.ts";
import { readAsk, readTurn } from "./read-turn.ts";
import { wordsOf } from "./words.ts";

const LONGEST = 10_000;
const WORDS =
  "is the my if it that covered leak dishwasher fridge how much what i you do can no wait mean one in of garage and not told refund said right ? . , um like".split(
    " ",
  );
const speech = fc.array(fc.constantFrom(...WORDS), { maxLength: 400 }).map((words) => words.join(" "));
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 2_000 }),
  fc.string({ unit: "binary" }),
  speech,
);
const segments = fc.array(fc.record({ segmentId: fc.uuid(), text }), { maxLength: 4 });

describe("any text at all", () => {
  it("is read without an error, and names only the turn's own segments", () => {
    fc.assert(
      fc.property(segments, text, text, (spoken, earlier, asked) => {
        const { questions, intent } = readTurn({
          segments: spoken,
          before: [{ speaker: "AGENT", text: earlier }],
          asked: [{ cardId: "c", status: "ready", question: { text: asked, segmentIds: [] } }],
          intent: null,
          synonyms: [["AC", "air conditioner"], [asked]],
        });
        const ids = new Set(spoken.map(({ segmentId }) => segmentId));
        for (const { question } of questions) {
          expect(question.segmentIds.length).toBeGreaterThan(0);
          expect(question.segmentIds.every((id) => ids.has(id))).toBe(true);
          expect(question.text.length).toBeGreaterThan(1);
          expect(question.search).not.toBe("");
        }
        if (intent) expect(intent.confidence > 0 && intent.confidence <= 1).toBe(true);
        expect(readAsk(earlier, []).segmentIds).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("gives each word a place in its text", () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const { start, end } of wordsOf(said)) {
          expect(start >= 0 && start < end && end <= said.length).toBe(true);
        }
      }),
    );
  });

  it.each([
    "a",
    "is ",
    "my dishwasher is leaking and ",
    "how much ",
    "what if the ",
    "told ",
    "no wait i mean the ",
    "is that ",
    "the one in the ",
    "still not ",
    "can you ",
    "i want a ",
    "?",
    "'s",
    "you know ",
    "same thing ",
    "fixed it ",
  ])("reads to the end, however the words repeat: %j over and over", (unit) => {
    const said = unit.repeat(LONGEST / unit.length);
    const input = {
      segments: [{ segmentId: "s", text: said }],
      before: [],
      asked: [],
      intent: null,
      synonyms: [],
    };
    // A pattern that backtracks would not come back before the test's time is up.
    const { questions } = readTurn(input);
    expect(questions.every(({ question }) => question.text.length < said.length)).toBe(true);
    expect(typeof asksSomething(said)).toBe("boolean");
  });
});
