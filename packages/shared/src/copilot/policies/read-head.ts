import type { PolicyHead } from "../../domain/clause.ts";
import { normaliseState, US_STATES } from "../../domain/us-state.ts";
import type { Report } from "./file-problem.ts";
import { suggestion } from "./nearest-name.ts";
import type { FrontMatter, FrontMatterKey } from "./read-front-matter.ts";

const DOCUMENT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const VERSION = /^[^\s@]{1,100}$/;
const MISSING_LINE = 1;

/** Reads and checks a document's head. Null when something is wrong; all of it is reported. */
export function readHead(front: FrontMatter, report: Report): PolicyHead | null {
  let sound = true;
  const wrong: Report = (line, message) => {
    sound = false;
    report(line, message);
  };
  const documentId = readWord(front, "document", wrong);
  if (documentId && !DOCUMENT_ID.test(documentId)) {
    wrong(
      lineOf(front, "document"),
      `document "${documentId}" is no id: expected letters, digits, "-", "_", "."`,
    );
  }
  const version = readWord(front, "version", wrong);
  if (version && !VERSION.test(version)) {
    wrong(lineOf(front, "version"), `version "${version}" must be one word without "@", as in "2026-01"`);
  }
  const head = {
    documentId,
    title: readWord(front, "title", wrong),
    version,
    plans: readNames(front, "plans", wrong),
    states: readStates(front, wrong),
    contractTypes: readNames(front, "contractTypes", wrong),
    ...readDates(front, wrong),
  };
  return sound ? head : null;
}

function readWord(front: FrontMatter, key: FrontMatterKey, report: Report): string {
  const found = front.values.get(key);
  if (!found || found.value === "") {
    report(found?.line ?? MISSING_LINE, `the front matter has no "${key}": expected "${key}: …"`);
  } else if (typeof found.value !== "string") {
    report(found.line, `"${key}" takes one value, not a list`);
  } else if (found.value.length > 200) {
    report(found.line, `"${key}" is longer than 200 characters`);
  } else {
    return found.value;
  }
  return "";
}

/** A list of names; null for `all`. */
function readNames(front: FrontMatter, key: FrontMatterKey, report: Report): string[] | null {
  const found = front.values.get(key);
  const expected = `expected "all" or a list such as [${key === "states" ? "TX, CA" : "A, B"}]`;
  if (!found) {
    report(MISSING_LINE, `the front matter has no "${key}": ${expected}`);
  } else if (typeof found.value === "string") {
    if (found.value.toLowerCase() === "all") return null;
    report(found.line, `"${key}: ${found.value}": ${expected}`);
  } else if (found.value.length === 0) {
    report(found.line, `"${key}" is an empty list: ${expected}`);
  } else {
    return [...new Set(found.value)];
  }
  return null;
}

function readStates(front: FrontMatter, report: Report): string[] | null {
  const states = readNames(front, "states", report);
  for (const state of states ?? []) {
    if (US_STATES.has(normaliseState(state))) continue;
    const near = suggestion(state, [...US_STATES.values()]);
    report(
      lineOf(front, "states"),
      `unknown state "${state}"${near || ": expected a name or a code such as TX"}`,
    );
  }
  return states && [...new Set(states.map(normaliseState))];
}

function readDates(front: FrontMatter, report: Report): Pick<PolicyHead, "effectiveFrom" | "effectiveTo"> {
  const from = readDate(front, "effectiveFrom", report);
  const to = readDate(front, "effectiveTo", report);
  if (from && to && from > to) {
    report(lineOf(front, "effectiveTo"), `effectiveTo ${to} lies before effectiveFrom ${from}`);
  }
  return { ...(from && { effectiveFrom: from }), ...(to && { effectiveTo: to }) };
}

function readDate(front: FrontMatter, key: "effectiveFrom" | "effectiveTo", report: Report): string {
  const found = front.values.get(key);
  if (!found) return "";
  if (typeof found.value === "string" && isDate(found.value)) return found.value;
  report(found.line, `"${key}: ${String(found.value)}" is no date: expected one such as 2026-01-31`);
  return "";
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  );
}

function lineOf(front: FrontMatter, key: FrontMatterKey): number {
  return front.values.get(key)?.line ?? MISSING_LINE;
}
