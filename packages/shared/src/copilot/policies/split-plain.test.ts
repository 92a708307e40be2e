import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePolicyFile } from "./parse-policy-file.ts";

const CONTRACT = `# Harbour Home Plan

Harbour Home Ltd. ("we") agrees with the owner ("you").

## A. Covered items

### Dishwasher / drinks cooler
COVERED: the pump,
the motor.
NOT COVERED: **racks**; trays.
LIMIT: $300 per term.

### Not covered
- roofs
  - of slate
- wells

## B. Requesting service
Call us at any time.

## C. Plans

| Item | Silver | Gold |
|---|---|---|
| Boiler | $500 | $900 |
| Oven | no | yes |

## D. General rules

1. We do not pay for failures caused by lightning. ${"The cause is found by our technician. ".repeat(10)}
2. You may sell the home:
   1. tell us first,
   2. then pay.
   We then write to the buyer.
3. We give notice in writing.
`;

function clausesOf(content: string, name = "home plan.md") {
  const { document, errors } = parsePolicyFile(name, content);
  expect(errors).toBeUndefined();
  return document?.clauses ?? [];
}

function textOf(content: string, id: string) {
  return clausesOf(content).find(({ clauseId }) => clauseId === id)?.text;
}

describe("a contract with plain headings", () => {
  test("gives ids from the headings and kinds from the text", () => {
    const read = clausesOf(CONTRACT).map(({ clauseId, kind, section }) => [clauseId, kind, section]);
    expect(read).toEqual([
      ["introduction", "condition", "Introduction"],
      ["dishwasher-drinks-cooler", "coverage", "A. Covered items › Dishwasher / drinks cooler"],
      ["not-covered", "exclusion", "A. Covered items › Not covered"],
      ["requesting-service", "procedure", "B. Requesting service"],
      ["plans", "coverage", "C. Plans"],
      ["general-rules-1", "exclusion", "D. General rules"],
      ["general-rules-2", expect.any(String), "D. General rules"],
      ["general-rules-3", "procedure", "D. General rules"],
    ]);
  });

  test("keeps labels, list items and table rows on lines of their own, words as written", () => {
    expect(textOf(CONTRACT, "dishwasher-drinks-cooler")).toBe(
      "COVERED: the pump, the motor.\nNOT COVERED: racks; trays.\nLIMIT: $300 per term.",
    );
    expect(textOf(CONTRACT, "not-covered")).toBe("- roofs\n- of slate\n- wells");
    expect(textOf(CONTRACT, "plans")).toBe(
      "| Item | Silver | Gold |\n| Boiler | $500 | $900 |\n| Oven | no | yes |",
    );
  });

  test("needs no front matter: the head is the same for the same content", () => {
    expect(parsePolicyFile("lib/home plan.md", CONTRACT).document).toMatchObject({
      documentId: "home-plan",
      title: "Harbour Home Plan",
      version: "1",
      plans: null,
      states: null,
      contractTypes: null,
    });
    const given = parsePolicyFile("a.md", `---\nstates: [TX]\nversion: "7"\n---\n${CONTRACT}`).document;
    expect(given).toMatchObject({ documentId: "a", version: "7", states: ["TX"] });
  });

  test("reads the same with the line ends of any system", () => {
    expect(clausesOf(CONTRACT.replaceAll("\n", "\r\n"))).toEqual(clausesOf(CONTRACT));
  });

  test("still names what is wrong in its front matter", () => {
    const { errors } = parsePolicyFile("a.md", `---\nplan: all\n---\n${CONTRACT}`);
    expect(errors?.[0]).toMatchObject({ name: "a.md", line: 2 });
  });
});

test("underlined, bold and capital lines are headings; a label in bold is none", () => {
  const text =
    "# Plan\n\nCooling\n-------\nWe cover it.\n\n**Oven**\n**COVERED:** all.\n\nWATER HEATER\n\nWe cover it too.\n";
  expect(clausesOf(text).map(({ section, text: words }) => [section, words])).toEqual([
    ["Cooling", "We cover it."],
    ["Cooling › Oven", "COVERED: all."],
    ["Cooling › WATER HEATER", "We cover it too."],
  ]);
});

test("capital lines are enough, without front matter and without a #", () => {
  const text = "FEES\n\nYou pay a $75 fee per visit.\n\nEXCLUSIONS\n\na) rust\nb) mold\n";
  expect(clausesOf(text).map(({ clauseId, kind }) => [clauseId, kind])).toEqual([
    ["fees", "fee"],
    ["exclusions", "exclusion"],
  ]);
});

test("a repeated heading is told apart by the one above it, whatever the order", () => {
  const oven = "## Oven\n### Limits\nUp to $5.\n";
  const pool = "## Pool\n### Limits\nUp to $9.\n";
  const ids = (text: string) => clausesOf(`# Plan\n${text}`).map(({ clauseId }) => clauseId);
  expect(ids(oven + pool)).toEqual(["oven-limits", "pool-limits"]);
  expect(ids(pool + oven)).toEqual(["pool-limits", "oven-limits"]);
  expect(ids("## A\nOne.\n## A\nTwo.\n")).toEqual(["a", "a-2"]);
});

test("any text below plain headings gives unique ids or errors, and nothing is thrown", () => {
  const part = fc.oneof(
    fc.constantFrom(
      "\n",
      "## ",
      "**",
      "ALL CAPS\n\n",
      "\n---\n",
      "| a |\n",
      "1. A b.\n",
      "COVERED: ",
      "_",
      "`",
    ),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const { document, errors } = parsePolicyFile("a.md", `# T\n${parts.join("")}`);
      expect((document === undefined) !== (errors === undefined)).toBe(true);
      const ids = document?.clauses.map(({ clauseId }) => clauseId) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test.each(["## A\nb\n", "**", "**a** ", "| a |\n", "1. A.\n", "_a", "*a ", "A B\n\n", "`"])(
  "a plain document of a million characters made of %j is read in a moment",
  (part) => {
    const started = performance.now();
    parsePolicyFile("a.md", `# T\n${part.repeat(Math.floor(1_000_000 / part.length))}`);
    expect(performance.now() - started).toBeLessThan(5_000);
  },
);
