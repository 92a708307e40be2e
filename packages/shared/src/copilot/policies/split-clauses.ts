import type { Clause } from "../../domain/clause.ts";
import type { Report } from "./file-problem.ts";
import { joinText } from "./join-text.ts";
import { type Heading, readHeading } from "./read-heading.ts";

/** What stands between the headings of a section's path. */
const SECTION_SEPARATOR = " › ";

interface Part {
  /** Null for what stands before the first heading; "broken" where the heading itself was reported. */
  readonly heading: Heading | "broken" | null;
  /** Line of the heading, counted from 1. */
  readonly line: number;
  readonly text: string[];
}

/**
 * Splits a document's body at its headings. A heading with a `{#id .kind}` block begins a clause that reaches to the
 * next heading; one without is a section. `offset` is the number of lines above the body.
 */
export function splitClauses(body: readonly string[], offset: number, report: Report): Clause[] {
  const parts = splitAtHeadings(body, offset, report);
  reportTitles(parts, report);
  reportStrayText(parts, report);
  const clauses = readClauses(parts, report);
  if (clauses.length === 0 && !parts.some(({ heading }) => heading === "broken")) {
    report(
      offset + 1,
      "the document has no clause: expected a heading such as ## Cooling {#cooling .coverage}",
    );
  }
  return clauses;
}

function splitAtHeadings(body: readonly string[], offset: number, report: Report): Part[] {
  const parts: Part[] = [{ heading: null, line: offset, text: [] }];
  for (const [index, text] of body.entries()) {
    const line = offset + index + 1;
    const heading = readHeading(text, line, report);
    if (heading) parts.push({ heading, line, text: [] });
    else parts.at(-1)?.text.push(text);
  }
  return parts;
}

function readClauses(parts: readonly Part[], report: Report): Clause[] {
  const clauses: Clause[] = [];
  const firstLines = new Map<string, number>();
  let path: Heading[] = [];
  for (const { heading, line, text } of parts) {
    if (heading === null || heading === "broken") continue;
    path = [...path.filter((above) => above.level < heading.level), heading];
    if (!heading.clause) continue;
    const { clauseId } = heading.clause;
    const first = firstLines.get(clauseId);
    if (first !== undefined) report(line, `clause id "${clauseId}" is taken: it was given on line ${first}`);
    else firstLines.set(clauseId, line);
    const clause = { ...heading.clause, section: sectionOf(path), text: joinText(text) };
    if (clause.text === "") {
      report(line, `clause "${clauseId}" has no text: expected a paragraph or a list below its heading`);
    }
    clauses.push(clause);
  }
  return clauses;
}

/** The headings that lead to a clause, the document's title left out. */
function sectionOf(path: readonly Heading[]): string {
  return path
    .filter(({ level }) => level > 1)
    .map(({ title }) => title)
    .join(SECTION_SEPARATOR);
}

function reportTitles(parts: readonly Part[], report: Report): void {
  let first: number | undefined;
  for (const { heading, line } of parts) {
    if (heading === null || heading === "broken" || heading.level > 1) continue;
    if (heading.clause)
      report(line, "a # heading is the document's title: a clause begins with ## or deeper");
    else if (first === undefined) first = line;
    else report(line, `a document has one # title, and it stands on line ${first}: expected ## or deeper`);
  }
}

/** An introduction may stand before the first clause; later, text that no clause holds could never be found. */
function reportStrayText(parts: readonly Part[], report: Report): void {
  let started = false;
  for (const { heading, line, text } of parts) {
    if (heading === "broken" || heading?.clause) {
      started = true;
      continue;
    }
    const at = text.findIndex((each) => each.trim() !== "");
    if (started && at >= 0) {
      report(
        line + 1 + at,
        `this text belongs to no clause: give the heading above it (line ${line}) a {#id .kind} block`,
      );
    }
  }
}
