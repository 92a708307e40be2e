import { expect, test } from "vitest";
import { dangerIn } from "./dangers.ts";
import { readTurn } from "./read-turn.ts";
import { wordsOf } from "./words.ts";

test.each([
  ["i smell gas in the kitchen what should i do", /smell of gas/],
  ["there is a strong smell of gas near my furnace", /smell of gas/],
  ["i think there's a gas leak", /smell of gas/],
  ["the carbon monoxide thing went off", /carbon monoxide/],
  ["there are sparks coming out of the panel", /sparks or smoke/],
])("a danger is the first question of its turn: %s", (text, asked) => {
  const { questions } = readTurn({
    segments: [{ segmentId: "s", text }],
    before: [],
    asked: [],
    intent: null,
    synonyms: [],
  });
  expect(questions[0]?.question.text).toMatch(asked);
});

test.each([
  "my gas water heater stopped working",
  "is the gas furnace covered",
  "the refrigerator smells bad",
  "my water heater is leaking",
  "do you cover gas lines",
])("what is no danger raises no such question: %s", (text) => {
  expect(dangerIn(wordsOf(text))).toBeNull();
});
