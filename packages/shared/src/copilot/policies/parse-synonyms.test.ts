import { describe, expect, test } from "vitest";
import { parseSynonyms } from "./parse-synonyms.ts";

describe("parseSynonyms", () => {
  test("reads a group a line, without comments, doubles and spare spaces", () => {
    const content =
      "\uFEFF# callers' words\r\nAC,  air   conditioner , AC\r\n\r\nfridge, frig # as it is heard\r\n";
    expect(parseSynonyms("s.txt", content)).toEqual({
      groups: [
        ["AC", "air conditioner"],
        ["fridge", "frig"],
      ],
    });
  });

  test("names the line of what is wrong", () => {
    const { errors } = parseSynonyms("s.txt", `a, b\nalone\nc,, d\n${"x".repeat(120)}, y\n`);
    expect(errors).toEqual([
      { name: "s.txt", line: 2, message: expect.stringContaining('"alone" stands alone') },
      { name: "s.txt", line: 3, message: expect.stringContaining("a comma with nothing") },
      { name: "s.txt", line: 4, message: expect.stringContaining("longer than 100 characters") },
    ]);
  });

  test("an empty file has no groups", () => {
    expect(parseSynonyms("s.txt", "\n# nothing yet\n")).toEqual({ groups: [] });
  });
});
