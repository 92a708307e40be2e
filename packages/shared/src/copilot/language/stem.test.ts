import { describe, expect, test } from "vitest";
import { stem } from "./stem.ts";

describe("stem", () => {
  test.each([
    ["leak", "leaks leaking leaked"],
    ["cancel", "cancels cancelled cancelling canceled cancellation"],
    ["instal", "install installs installed installing installation"],
    ["replac", "replace replaces replaced replacing replacement"],
    ["inspect", "inspects inspected inspection inspections"],
    ["batteri", "battery batteries"],
    ["box", "box boxes"],
    ["stop", "stops stopped stopping"],
    ["clog", "clogs clogged clogging"],
    ["cover", "covers covered covering"],
  ])("%s: %s", (expected, words) => {
    for (const word of words.split(" ")) expect(stem(word), word).toBe(expected);
  });

  test.each([
    ["refrigerator", "refrigerant"],
    ["conditioner", "condition"],
    ["pipe", "pip"],
    ["roof", "room"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  test.each(["gas", "plus", "tx", "r22", "bus", "is", "this", "ring", "red", "Größe".toLowerCase()])(
    "leaves %s as it is",
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );
});
