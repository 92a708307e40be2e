import type { PolicyDocument } from "../../domain/clause.ts";
import type { FileProblem, LineProblem } from "./file-problem.ts";
import { findPlainHeadings } from "./find-plain-headings.ts";
import { withDefaults } from "./plain-defaults.ts";
import { type FrontMatter, readFrontMatter } from "./read-front-matter.ts";
import { readHead } from "./read-head.ts";
import { splitClauses } from "./split-clauses.ts";
import { splitPlain } from "./split-plain.ts";

/** Characters at most in one file. */
export const MAX_POLICY_FILE = 2_000_000;

const MAX_MESSAGE = 300;
const MAX_SHOWN = 100;

export type ParsedPolicyFile =
  | { readonly document: PolicyDocument; readonly errors?: never }
  | { readonly errors: readonly FileProblem[]; readonly document?: never };

/**
 * Reads one policy document (docs/library-format.md). Gives the document, or everything that is wrong with the file
 * in the order of its lines; it never throws, whatever the text is.
 */
export function parsePolicyFile(name: string, content: string): ParsedPolicyFile {
  const problems: LineProblem[] = [];
  const document = readDocument({ name, content }, (line, message) =>
    problems.push({ line, message: shorten(message) }),
  );
  if (document && problems.length === 0) return { document };
  const ordered = problems.toSorted((a, b) => a.line - b.line);
  const shown = ordered.slice(0, MAX_SHOWN);
  const next = ordered[MAX_SHOWN];
  if (next) shown.push({ line: next.line, message: `and ${ordered.length - MAX_SHOWN} more from here on` });
  return { errors: shown.map((problem) => ({ name, ...problem })) };
}

function shorten(message: string): string {
  return message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;
}

function readDocument(
  { name, content }: { readonly name: string; readonly content: string },
  report: (line: number, message: string) => void,
): PolicyDocument | null {
  if (content.length > MAX_POLICY_FILE) {
    report(1, `the file has ${content.length} characters, ${MAX_POLICY_FILE} at most: split the document`);
    return null;
  }
  const lines = content.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const bare = !lines[0]?.startsWith("---") && !isAnnotated(lines);
  const front =
    bare && findPlainHeadings(lines.slice(0, 200)).length > 1 ? NO_FRONT : readFrontMatter(lines, report);
  if (!front) return null;
  const body = lines.slice(front.bodyStart);
  const plain = isAnnotated(body) ? null : splitPlain(body);
  if (!plain || plain.clauses.length === 0) {
    const head = readHead(front, report);
    const clauses = splitClauses(body, front.bodyStart, report);
    return head && { ...head, clauses };
  }
  const head = readHead(withDefaults(front, name, plain.title), report);
  return head && { ...head, clauses: plain.clauses };
}

const NO_FRONT: FrontMatter = { values: new Map(), bodyStart: 0 };

/** One heading with a `{…}` block makes a document annotated: a heading without is then a section. */
function isAnnotated(lines: readonly string[]): boolean {
  return lines.some((line) => /^ {0,3}#{1,6}\s/.test(line) && /\}\s*$/.test(line.slice(-200)));
}
