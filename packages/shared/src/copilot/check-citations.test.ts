import { describe, expect, it } from "vitest";
import type { PolicyClause } from "../domain/clause.ts";
import type { Advice } from "./advice.ts";
import { checkCitations } from "./check-citations.ts";

const clause: PolicyClause = {
  documentId: "guide",
  title: "Guide",
  version: "1",
  plans: null,
  states: ["TX"],
  contractTypes: null,
  clauseId: "fan",
  section: "1 Fans",
  kind: "coverage",
  text: "We cover ceiling fans\nand their wall  switches. Blades are not covered.",
};

const advice = (quote: string, deciding: readonly string[] = []): Advice => ({
  decision: "Yes",
  reason: "named",
  script: "Yes, your fan is covered.",
  citations: [{ clause, quote, deciding }],
  nextSteps: [],
});

describe("checkCitations", () => {
  it("keeps a quote that stands in its clause, white space apart", () => {
    const checked = checkCitations(
      advice("We cover ceiling fans and their wall switches.", ["wall switches"]),
    );
    expect(checked.decision).toBe("Yes");
    expect(checked.citations).toEqual([
      {
        clauseId: "fan",
        documentId: "guide",
        title: "Guide",
        version: "1",
        section: "1 Fans",
        kind: "coverage",
        state: "TX",
        quote: "We cover ceiling fans and their wall switches.",
        marks: [[32, 45]],
        verified: true,
      },
    ]);
  });

  it.each([
    "We cover ceiling fans and their wall switch.",
    "we cover ceiling fans",
    "We cover ceiling fans.",
    "",
  ])("drops %j, which does not stand there word for word, and says that it does not know", (quote) => {
    const checked = checkCitations(advice(quote));
    expect(checked.citations).toEqual([]);
    expect(checked.decision).toBe("Unknown");
    expect(checked.script).not.toContain("covered.");
  });

  it("leaves an answer that decides nothing as it is", () => {
    const plain = { ...advice("not there"), decision: null };
    expect(checkCitations(plain)).toEqual({ ...plain, citations: [] });
  });

  it("marks deciding words in order, joined where they overlap, and ignores those that are not there", () => {
    const quote = "We cover ceiling fans and their wall switches.";
    const { citations } = checkCitations(
      advice(quote, ["wall switches", "ceiling fans", "fans and their", "blades", ""]),
    );
    expect(citations[0]?.marks).toEqual([
      [9, 31],
      [32, 45],
    ]);
  });
});
