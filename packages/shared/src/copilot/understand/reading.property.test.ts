import fc from "fast-check";
import { expect, test } from "vitest";
import { readContracts } from "../contract/contract-book.ts";
import { SECOND_LIBRARY } from "../decide/second-library/library.fixture.ts";
import { HOME_TRADE } from "../trade/home/home-trade.ts";
import { readAsk, readTurn } from "./read-turn.ts";

const BOOK = readContracts(SECOND_LIBRARY, { synonyms: [["AC", "air conditioner"]], trade: HOME_TRADE });
const SPOKEN = fc
  .array(
    fc.constantFrom(
      ..."is are my the dishwasher oven furnace and or not covered leaking died no wait i mean meant roots lightning do you pay for that it either one in garage how much fee if Gold ? . , 's um".split(
        " ",
      ),
    ),
    { maxLength: 60 },
  )
  .map((words) => words.join(" "));
const WILD = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  SPOKEN,
);

function read(text: string, before: readonly string[] = []) {
  return readTurn({
    segments: [{ segmentId: "s", text }],
    before: before.map((words) => ({ speaker: "CUSTOMER", text: words })),
    asked: [],
    intent: null,
    book: BOOK,
    synonyms: [],
  });
}

test("any words are read, into few questions of the turn's own segments, the same each time", () => {
  fc.assert(
    fc.property(WILD, fc.array(WILD, { maxLength: 3 }), (text, before) => {
      const reading = read(text, before);
      expect(reading).toEqual(read(text, before));
      expect(reading.questions.length).toBeLessThanOrEqual(6);
      for (const { question } of reading.questions) {
        expect(question.text.length).toBeGreaterThan(0);
        expect(question.segmentIds.every((id) => id === "s")).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test("an agent's question is one question, whatever its words", () => {
  fc.assert(
    fc.property(WILD, (text) => typeof readAsk(text, BOOK).text === "string"),
    { numRuns: 200 },
  );
});
