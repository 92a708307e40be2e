import fc from "fast-check";
import { expect, test } from "vitest";
import { CLAUSE_KINDS, type Clause, type PolicyDocument } from "../../domain/clause.ts";
import { US_STATES } from "../../domain/us-state.ts";
import { MAX_POLICY_FILE, parsePolicyFile } from "./parse-policy-file.ts";

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/);
const words = fc.stringMatching(/^[A-Z][a-zäß,.$0-9'] ?([a-z]{1,8} ){0,6}[a-z]{2,8}[.:]?$/);
const date = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2039-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const names = fc.option(fc.uniqueArray(words, { minLength: 1, maxLength: 4 }));
const states = fc.option(
  fc.uniqueArray(fc.constantFrom(...US_STATES.keys()), { minLength: 1, maxLength: 4 }),
);

const clause: fc.Arbitrary<Clause> = fc
  .record({
    clauseId: id,
    path: fc.array(words, { minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom(...CLAUSE_KINDS),
    lines: fc.array(
      fc.oneof(
        words,
        words.map((item) => `- ${item}`),
        words.map((item) => `2. ${item}`),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    amends: fc.option(id),
  })
  .map(({ clauseId, path, kind, lines, amends }) => ({
    clauseId,
    section: path.join(" › "),
    kind,
    text: lines.join("\n"),
    ...(amends !== null && { amends }),
  }));

const document: fc.Arbitrary<PolicyDocument> = fc
  .record({
    documentId: id,
    title: words,
    version: fc.stringMatching(/^[0-9]{4}-[0-9]{2}$/),
    plans: names,
    states,
    contractTypes: names,
    dates: fc.option(fc.tuple(date, date)),
    clauses: fc.uniqueArray(clause, { minLength: 1, maxLength: 8, selector: ({ clauseId }) => clauseId }),
  })
  .map(({ dates, ...rest }) => {
    const [effectiveFrom, effectiveTo] = dates?.toSorted() ?? [];
    return { ...rest, ...(effectiveFrom && { effectiveFrom }), ...(effectiveTo && { effectiveTo }) };
  });

/** A document as a file that gives it: every clause under its whole path of headings. */
function print(doc: PolicyDocument): string {
  const list = (values: readonly string[] | null) =>
    values === null ? "all" : `[${values.map((value) => `"${value}"`).join(", ")}]`;
  const dates = [
    ...(doc.effectiveFrom === undefined ? [] : [`effectiveFrom: ${doc.effectiveFrom}`]),
    ...(doc.effectiveTo === undefined ? [] : [`effectiveTo: ${doc.effectiveTo}`]),
  ];
  const clauses = doc.clauses.map((each) => {
    const path = each.section.split(" › ");
    const above = path.slice(0, -1).map((title, depth) => `${"#".repeat(depth + 2)} ${title}`);
    const amends = each.amends === undefined ? "" : ` amends=${each.amends}`;
    const own = `${"#".repeat(path.length + 1)} ${path.at(-1)} {#${each.clauseId} .${each.kind}${amends}}`;
    return [...above, own, each.text.replaceAll("\n", "\n\n")].join("\n");
  });
  return [
    "---",
    `document: ${doc.documentId}`,
    `title: "${doc.title}"`,
    `version: "${doc.version}"`,
    `plans: ${list(doc.plans)}`,
    `states: ${list(doc.states)}`,
    `contractTypes: ${list(doc.contractTypes)}`,
    ...dates,
    "---",
    `# ${doc.title}`,
    ...clauses,
  ].join("\n");
}

test("what is printed is read back as the same document", () => {
  fc.assert(
    fc.property(document, (doc) => {
      expect(parsePolicyFile("a.md", print(doc))).toEqual({ document: doc });
    }),
  );
});

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      "---",
      "\n",
      "\r",
      "#",
      "## ",
      "{#a .fee}",
      "{",
      "}",
      "document:",
      "plans: [",
      "]",
      '"',
      " - ",
      "\uFEFF",
    ),
    fc.string({ unit: "binary" }),
  ),
  { maxLength: 60 },
);

test("any text gives a document or errors with lines, and nothing is thrown", () => {
  fc.assert(
    fc.property(hostile, fc.boolean(), document, (parts, appended, doc) => {
      const text = appended ? print(doc) + parts.join("") : parts.join("");
      const { document: read, errors } = parsePolicyFile("a.md", text);
      expect((read === undefined) !== (errors === undefined)).toBe(true);
      for (const { line, message } of errors ?? []) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(message.length).toBeLessThanOrEqual(301);
      }
    }),
  );
});

const HEAD = "---\ndocument: a\ntitle: a\nversion: a\nplans: all\nstates: all\ncontractTypes: all\n---\n";

test.each([
  "# ",
  " ",
  "#",
  "{",
  "## {",
  "}",
  "\n",
  "-",
  "- ",
  "## a {#a .fee}\n",
  "a\n",
  "document: a\n",
  "## a  ",
  "\t",
])("the longest file made of %j is read in a moment", (part) => {
  for (const head of ["", HEAD, "---\n"]) {
    const fill = part.repeat(Math.floor((MAX_POLICY_FILE - head.length - 1) / part.length));
    const started = performance.now();
    parsePolicyFile("a.md", `${head}${fill}x`);
    expect(performance.now() - started).toBeLessThan(3_000);
  }
});
