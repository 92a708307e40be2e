import { describe, expect, test } from "vitest";
import { MAX_POLICY_FILE, parsePolicyFile } from "./parse-policy-file.ts";

const HEAD = `---
document: systems
title: Home Systems
version: "2026-01"
plans: [Plus, "Premier"]
states: [Texas, ca]
contractTypes: all
effectiveFrom: 2026-01-01   # the day it was published
effectiveTo: 2026-12-31
---
`;
const BODY = `# Home Systems

An introduction.

## 1. Cooling
### 1.1 Air conditioning {#cooling-ac .coverage}
We cover the compressor
and the coils.

We do not ask for its age:
- old units
* new units,
  also leased ones

### 1.2 Refrigerant {#refrigerant .limit amends=cooling-ac}
Up to $200.
`;

function errorsOf(content: string): string[] {
  return (parsePolicyFile("a.md", content).errors ?? []).map(({ line, message }) => `${line} ${message}`);
}

/** The head with one of its lines in another form; null takes the line out. */
function withLine(line: number, text: string | null): string {
  const lines = HEAD.split("\n");
  lines.splice(line - 1, 1, ...(text === null ? [] : [text]));
  return lines.join("\n") + BODY;
}

describe("a sound file", () => {
  test("gives the head and the clauses", () => {
    expect(parsePolicyFile("a.md", HEAD + BODY).document).toEqual({
      documentId: "systems",
      title: "Home Systems",
      version: "2026-01",
      plans: ["Plus", "Premier"],
      states: ["TX", "CA"],
      contractTypes: null,
      effectiveFrom: "2026-01-01",
      effectiveTo: "2026-12-31",
      clauses: [
        {
          clauseId: "cooling-ac",
          kind: "coverage",
          section: "1. Cooling › 1.1 Air conditioning",
          text: "We cover the compressor and the coils.\nWe do not ask for its age:\n- old units\n- new units, also leased ones",
        },
        {
          clauseId: "refrigerant",
          kind: "limit",
          section: "1. Cooling › 1.2 Refrigerant",
          text: "Up to $200.",
          amends: "cooling-ac",
        },
      ],
    });
  });

  test("may have a byte order mark and the line ends of any system", () => {
    const unix = parsePolicyFile("a.md", HEAD + BODY).document;
    expect(unix).toBeDefined();
    expect(parsePolicyFile("a.md", `\uFEFF${HEAD}${BODY}`.replaceAll("\n", "\r\n")).document).toEqual(unix);
    expect(parsePolicyFile("a.md", (HEAD + BODY).replaceAll("\n", "\r")).document).toEqual(unix);
  });

  test("may write its lists one item a line", () => {
    const content = withLine(5, "plans:\n  - Plus\n  # the dearer one\n  - 'Premier'");
    expect(parsePolicyFile("a.md", content).document?.plans).toEqual(["Plus", "Premier"]);
  });

  test("ends a section's path where a higher heading begins", () => {
    const more =
      "## 2. Heating {#heating .coverage}\nWe cover it.\n### Ducts {#ducts .coverage}\nThese too.\n";
    const sections = parsePolicyFile("a.md", HEAD + BODY + more).document?.clauses.map(
      ({ section }) => section,
    );
    expect(sections?.slice(2)).toEqual(["2. Heating", "2. Heating › Ducts"]);
  });
});

describe("what is wrong with the head is named with its line", () => {
  test.each([
    [withLine(1, "document: x"), /^1 expected "---"/],
    [HEAD.replace(/---\n$/, "") + BODY, /^1 the front matter is not closed/],
    [withLine(2, null), /^1 the front matter has no "document"/],
    [withLine(2, "document: home systems"), /^2 document "home systems" is no id/],
    [withLine(3, "title:"), /^3 the front matter has no "title"/],
    [withLine(3, 'title: "Home'), /^3 the quotation mark " is not closed/],
    [withLine(4, "version: 2026 01"), /^4 version "2026 01" must be one word/],
    [withLine(4, "version: [a]"), /^4 "version" takes one value/],
    [withLine(5, "plan: all"), /^5 unknown field "plan", did you mean "plans"\?/],
    [withLine(5, "plans: Plus"), /^5 "plans: Plus": expected "all" or a list/],
    [withLine(5, "plans: []"), /^5 "plans" is an empty list/],
    [withLine(5, "plans: [Plus"), /^5 expected the list to end with "\]"/],
    [withLine(6, "states: [Texsa]"), /^6 unknown state "Texsa", did you mean "Texas"\?/],
    [withLine(6, "states: [QX]"), /^6 unknown state "QX": expected a name or a code/],
    [withLine(7, "what is this"), /^7 expected "key: value", found "what is this"/],
    [withLine(8, "effectiveFrom: 2026-02-30"), /^8 "effectiveFrom: 2026-02-30" is no date/],
    [withLine(9, "effectiveTo: 2025-01-01"), /^9 effectiveTo 2025-01-01 lies before effectiveFrom/],
    [withLine(9, "title: again"), /^9 "title" is given twice, first on line 3/],
  ])("case %#", (content, expected) => {
    expect(errorsOf(content)).toContainEqual(expect.stringMatching(expected));
  });
});

describe("what is wrong with a clause is named with its line", () => {
  const first = HEAD.split("\n").length;
  test.each([
    ["## A {#a .covrage}\ntext", /^0 unknown kind "\.covrage", did you mean "coverage"\?/],
    ["## A {#a}\ntext", /^0 clause "a" needs one kind: \.coverage, /],
    ["## A {#a .fee .limit}\ntext", /^0 clause "a" needs one kind/],
    ["## A {.fee}\ntext", /^0 expected one clause id/],
    ["## A {#a! .fee}\ntext", /^0 "#a!" is no clause id/],
    ["## A {#a .fee amend=b}\ntext", /^0 unknown attribute "amend=b", did you mean "amends"\?/],
    ["## A {#a .fee amends=}\ntext", /^0 "amends=": expected the id/],
    ["## {#a .fee}\ntext", /^0 the heading has no words/],
    ["## A {#a .fee}\n\n## B {#b .fee}\ntext", /^0 clause "a" has no text/],
    ["## A {#a .fee}\ntext\n## B {#a .fee}\ntext", /^2 clause id "a" is taken: it was given on line 11/],
    ["## A {#a .fee}\ntext\n## Section\n\nstray", /^4 this text belongs to no clause/],
    ["# T\n## A {#a .fee}\ntext\n# U\n", /^3 a document has one # title, and it stands on line 11/],
    ["# A {#a .fee}\ntext", /^0 a # heading is the document's title/],
    ["# Only words", /^0 the document has no clause/],
  ])("%j", (body, expected) => {
    const found = errorsOf(HEAD + body).map((error) =>
      error.replace(/^\d+/, (line) => String(Number(line) - first)),
    );
    expect(found).toContainEqual(expect.stringMatching(expected));
  });

  test("all problems of a file are told at once, in the order of its lines", () => {
    const content = `${withLine(6, "states: [Nowhere]")}## A {#a .x}\n## B {#b}\n`;
    const lines = (parsePolicyFile("a.md", content).errors ?? []).map(({ name, line }) => `${name}:${line}`);
    expect(lines).toEqual(["a.md:6", "a.md:27", "a.md:28"]);
  });

  test("a file with very many problems tells the first hundred and how many follow", () => {
    const errors = errorsOf(HEAD + "## A {#a .x}\n".repeat(300));
    expect(errors).toHaveLength(101);
    expect(errors.at(-1)).toMatch(/and 200 more/);
  });

  test("a file beyond the bound is refused as a whole", () => {
    expect(errorsOf(HEAD + BODY + "x".repeat(MAX_POLICY_FILE))).toEqual([
      expect.stringMatching(/^1 the file has \d+ characters, 2000000 at most/),
    ]);
  });
});
