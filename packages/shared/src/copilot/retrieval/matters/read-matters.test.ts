import { describe, expect, test } from "vitest";
import { guessMatters } from "./guess-matters.ts";
import { MATTERS } from "./matters.ts";
import { placesOf } from "./phrases.ts";
import { readMatters, stemsOf } from "./read-matters.ts";

const namesIn = (text: string) => readMatters(stemsOf(text)).map(({ name }) => name);

describe("matters that callers speak of in words of their own", () => {
  test.each([
    ["how long till anybody shows up", "response"],
    ["i'd like somebody to look at it twice", "second-opinion"],
    ["can i get my own guy to do it", "own-contractor"],
    ["we put the house on the market", "transfer"],
    ["he scratched the floor dragging it out", "damage-by-technician"],
    ["they don't make that valve anymore", "parts"],
    ["whoever put it in did it wrong", "installation"],
    ["it was broken when we moved in", "pre-existing"],
    ["raccoons tore up the duct", "pests"],
    ["the steaks thawed and the milk spoiled", "loss"],
    ["I want out of this contract", "cancel"],
    ["it's ninety degrees in here", "warm"],
  ])("%s: %s", (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test.each(["is the water heater covered", "hello there", ""])(
    "%s: nothing but the thing asked about",
    (text) => {
      expect(namesIn(text)).toEqual([]);
    },
  );

  test("what is spoken of last comes first", () => {
    expect(namesIn("mice got in. how do i cancel")[0]).toBe("cancel");
    expect(namesIn("i meant to cancel. then mice got in")[0]).toBe("pests");
  });

  test("words of a phrase too far apart are no phrase", () => {
    const far = "one two four six seven eight nine";
    expect(namesIn(`haul it ${far} and so on, curb`)).toEqual(namesIn("haul"));
    expect(namesIn(`smell ${far} gas`)).not.toContain("emergency");
  });
});

describe("matters that are only guessed", () => {
  const guess = (text: string) => guessMatters(stemsOf(text)).map(({ name }) => name);

  test("the one whose phrases share most words with the text, where none of them is there", () => {
    expect(guess("a gouge from your crew dragging their ladder over the hardwood")[0]).toBe(
      "damage-by-technician",
    );
  });

  test("nothing without words that few matters have", () => {
    expect(guess("so is it the one that we have")).toEqual([]);
    expect(guess("")).toEqual([]);
  });
});

describe("the lexicon", () => {
  test("names each matter once", () => {
    expect(new Set(MATTERS.map(({ name }) => name)).size).toBe(MATTERS.length);
  });

  test.each(MATTERS.map((matter) => [matter.name, matter] as const))(
    "%s is well written",
    (_, { said, sought, sign }) => {
      const lines = said.split("\n").map((line) => line.trim());
      expect(new Set(lines).size).toBe(lines.length);
      for (const line of lines) {
        const places = placesOf(line);
        expect(places.length, line).toBeGreaterThan(0);
        expect(
          places.every(({ stems }) => !stems.has("")),
          line,
        ).toBe(true);
        expect(line, "a gap stands between words").not.toMatch(/^\.\.|\.\.$|\.\. \.\./);
      }
      expect(sign.test(sought), "its own words are about it").toBe(true);
    },
  );
});
