import { expect, test } from "vitest";
import { readContracts } from "../contract/contract-book.ts";
import { SECOND_LIBRARY } from "../decide/second-library/library.fixture.ts";
import { HOME_TRADE } from "../trade/home/home-trade.ts";
import { readTurn } from "./read-turn.ts";

const BOOK = readContracts(SECOND_LIBRARY, { synonyms: [], trade: HOME_TRADE });

/** What the last of some turns asks, each turn the customer's unless it begins with "A:". */
function asked(...turns: readonly string[]): string[] {
  const said = turns.map((text) =>
    text.startsWith("A:")
      ? { speaker: "AGENT" as const, text: text.slice(2).trim() }
      : { speaker: "CUSTOMER" as const, text },
  );
  const last = said.at(-1)?.text ?? "";
  const input = {
    segments: [{ segmentId: "s", text: last }],
    before: said.slice(0, -1),
    asked: [],
    intent: null,
  };
  return readTurn({ ...input, book: BOOK, synonyms: [] }).questions.map(({ question }) => question.text);
}

test.each<[string, string[]]>([
  [
    "are my stove and the water softener covered",
    ["Is the stove covered?", "Is the water softener covered?"],
  ],
  ["is my sump pump covered no wait i mean the well pump", ["Is the well pump covered?"]],
  ["the toaster oven thing aside my dryer quit last night", ["Is the dryer covered?"]],
  ["okay great thanks so much", []],
  ["did my payment go through", []],
  ["my husband drives a fire truck is the furnace covered", ["Is the furnace covered?"]],
])("%s", (text, questions) => {
  expect(asked(text)).toEqual(questions);
});

test.each<[string, string[]]>([
  ["my oven and my stove quit are both of those covered", ["Is the oven covered?", "Is the stove covered?"]],
  ["there is water leaking out from the bottom of the dishwasher", ["Is the dishwasher covered?"]],
  ["nothing happens when i press start on the dryer", ["Is the dryer covered?"]],
  ["i can't get the furnace to come on", ["Is the furnace covered?"]],
  ["i can't get you people to call me back about the furnace", []],
  [
    "my fridge is making a clunking sound and also my dishwasher won't latch",
    ["Is the fridge covered?", "Is the dishwasher covered?"],
  ],
  ["it makes a horrible noise when i flip the switch", []],
])("what is told to be wrong with a thing asks for it: %s", (text, questions) => {
  expect(asked(text)).toEqual(questions);
});

test("a short answer to the agent says what is wrong with the thing that was named", () => {
  expect(asked("it's the dryer", "A: what's it doing", "no heat")).toEqual(["Is the dryer covered?"]);
  expect(asked("it's the dryer", "A: can you hear me", "yeah loud and clear")).toEqual([]);
});

test("what the turns before named is what is meant, the agent's too", () => {
  expect(asked("my dishwasher is making a racket", "A: okay", "so do you cover that")).toEqual([
    "Is the dishwasher covered?",
  ]);
  expect(asked("is my fridge covered", "A: yes", "what about the one in the basement")).toEqual([
    "Is the fridge in the basement covered?",
  ]);
});

test("a danger is the one thing that is answered", () => {
  const input = {
    segments: [{ segmentId: "s", text: "i smell gas by the oven is that covered" }],
    before: [],
    asked: [],
    intent: null,
  };
  const [only, ...others] = readTurn({ ...input, book: BOOK, synonyms: [] }).questions;
  expect(only?.question.danger).toMatch(/leave the home/);
  expect(others).toEqual([]);
});

test("where no sound sentence can be made, the customer's own words stand in quotation marks", () => {
  expect(asked("can i get my own plumber and send you the bill")).toEqual([
    "“can i get my own plumber and send you the bill”",
  ]);
});
