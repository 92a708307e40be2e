import { describe, expect, it } from "vitest";
import { causesSaid } from "./causes.ts";
import { doubtIn } from "./doubt.ts";
import { costsSaid, dollarsText, spokenNumber } from "./money.ts";
import { stretchesOf } from "./polarity.ts";
import { unitsOf } from "./units.ts";
import { daysSinceStart } from "./waits.ts";

describe("unitsOf", () => {
  it("splits sentences and list items, each with its introduction and its place", () => {
    const text =
      "We do not cover:\n- vents, e.g. flues\n- fuel tanks of approx. 50 gallons\nOther parts are covered. Ask us.";
    const units = unitsOf(text);
    expect(units.map((unit) => unit.text)).toEqual([
      "We do not cover:",
      "vents, e.g. flues",
      "fuel tanks of approx. 50 gallons",
      "Other parts are covered.",
      "Ask us.",
    ]);
    expect(units[1]?.leadIn?.text).toBe("We do not cover:");
    expect(units[3]?.leadIn).toBeNull();
    for (const unit of units) expect(text.slice(unit.start, unit.end)).toBe(unit.text);
  });

  it("does not split amounts", () => {
    expect(unitsOf("We pay up to $1,500.50 per year. No more.")).toHaveLength(2);
  });
});

describe("stretchesOf", () => {
  const of = (sentence: string) =>
    stretchesOf(sentence).map(({ polarity, start, end }) => [polarity, sentence.slice(start, end).trim()]);

  it.each([
    [
      "We cover pumps, except pool pumps.",
      [
        ["grant", "pumps,"],
        ["exclusion", "pool pumps."],
      ],
    ],
    ["This plan excludes rust.", [["exclusion", "rust."]]],
    [
      "Rust is not covered, other than in a tank.",
      [
        ["exclusion", "Rust"],
        ["exclusion", ","],
        ["grant", "in a tank."],
      ],
    ],
    [
      "Fans are covered but blades are not covered.",
      [
        ["grant", "Fans"],
        ["grant", ""],
        ["exclusion", "blades"],
        ["exclusion", "."],
      ],
    ],
    ["Covered items: motor and coil.", [["grant", "motor and coil."]]],
    ["You pay the fee.", []],
  ])("%s", (sentence, expected) => {
    expect(of(sentence).filter(([, words]) => /\w/.test(words ?? ""))).toEqual(
      expected.filter(([, words]) => /\w/.test(words ?? "")),
    );
  });
});

describe("amounts", () => {
  it.each([
    ["twenty eight hundred", 2800],
    ["two thousand eight hundred", 2800],
    ["eight hundred fifty", 850],
    ["a grand", 1000],
    ["fifteen hundred", 1500],
    ["twelve fifty", 1250],
  ])("%s", (words, expected) => {
    expect(spokenNumber(words)).toBe(expected);
  });

  it("takes what the repair costs and leaves fees, ages and premiums", () => {
    const said =
      "it's fifteen years old, he quoted twenty eight hundred, I pay $50 a month for the plan and the fee is $85";
    expect(costsSaid(said).map((one) => one.dollars)).toEqual([2800]);
    expect(costsSaid("about 800 bucks").map((one) => one.dollars)).toEqual([800]);
    expect(costsSaid("he wants 1.5k").map((one) => one.dollars)).toEqual([1500]);
    expect(costsSaid("a hundred feet of pipe")).toEqual([]);
  });

  it.each([
    [1300, "$1,300"],
    [49.5, "$49.50"],
    [1234567, "$1,234,567"],
  ])("writes %d as %s", (dollars, text) => {
    expect(dollarsText(dollars)).toBe(text);
  });
});

describe("the caller's words", () => {
  it("name causes, but not those that they deny", () => {
    expect([...causesSaid("squirrels chewed the wires").keys()]).toEqual(["pests"]);
    expect([...causesSaid("there is no rust on it").keys()]).toEqual([]);
    expect([...causesSaid("it's freezing in here").keys()]).toEqual([]);
  });

  it("say what they do not know", () => {
    expect(doubtIn("i don't know if it's the solar kind or plain electric")?.about).toBe(
      "if it's the solar kind or plain electric",
    );
    expect(doubtIn("i don't know if that's covered")).toBeNull();
    expect(doubtIn("the pump is loud")).toBeNull();
  });

  it.each([
    ["I signed up last week", undefined, 7],
    ["we joined two weeks ago", undefined, 14],
    ["it broke last week", undefined, null],
    ["", "2026-11-10", 13],
    ["it quit three days ago", "2026-11-10", 10],
    ["it broke two months ago", "2026-11-10", null],
  ])("say how long the contract ran before the failure: %s, %s", (told, contractStart, days) => {
    expect(daysSinceStart({ told, contractStart, today: "2026-11-23" })).toBe(days);
  });
});
