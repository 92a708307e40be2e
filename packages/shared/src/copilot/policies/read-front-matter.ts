import type { Report } from "./file-problem.ts";
import { suggestion } from "./nearest-name.ts";

export const FRONT_MATTER_KEYS = [
  "document",
  "title",
  "version",
  "plans",
  "states",
  "contractTypes",
  "effectiveFrom",
  "effectiveTo",
] as const;
export type FrontMatterKey = (typeof FRONT_MATTER_KEYS)[number];

/** A value with the line it stands on: one word or sentence, or a list. */
export interface FrontMatterValue {
  readonly value: string | readonly string[];
  readonly line: number;
}

export interface FrontMatter {
  readonly values: ReadonlyMap<FrontMatterKey, FrontMatterValue>;
  /** Index of the first line after the closing `---`. */
  readonly bodyStart: number;
}

const FENCE = /^---\s*$/;
const ENTRY = /^([A-Za-z][\w-]*) ?:(?:\s+(.*))?$/;
const ITEM = /^\s*-\s+(.+)$/;
/** Lines within which the front matter must end, so that a forgotten `---` is named as such. */
const MAX_LINES = 200;

/**
 * Reads the head of a file: the part of YAML that a flat list of names needs (`key: value`, `key: [a, b]`, a list of
 * `- item` lines, quotes, `#` comments). Null when there is none; that is reported.
 */
export function readFrontMatter(lines: readonly string[], report: Report): FrontMatter | null {
  if (!FENCE.test(lines[0] ?? "")) {
    report(1, `expected "---": the file begins with its front matter (document, title, version, …)`);
    return null;
  }
  const end = lines.slice(0, MAX_LINES).findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end < 0) {
    report(1, `the front matter is not closed: expected a line "---" after its last field`);
    return null;
  }
  const values = new Map<FrontMatterKey, FrontMatterValue>();
  for (let index = 1; index < end; ) {
    const block = readEntry(lines.slice(index, end), index + 1, report);
    if (block.entry) addEntry(values, block.entry, report);
    index += block.lines;
  }
  return { values, bodyStart: end + 1 };
}

type Entry = FrontMatterValue & { readonly key: string };
interface Block {
  readonly entry?: Entry;
  /** How many lines it took. */
  readonly lines: number;
}

function readEntry(lines: readonly string[], line: number, report: Report): Block {
  const text = withoutComment(lines[0] ?? "");
  if (text.trim() === "") return { lines: 1 };
  const [, key, written = ""] = ENTRY.exec(text) ?? [];
  if (key === undefined) {
    report(line, `expected "key: value", found "${shorten(text.trim())}"`);
    return { lines: 1 };
  }
  if (written !== "") return { entry: { key, value: readValue(written, line, report), line }, lines: 1 };
  const { items, taken } = readItems(lines.slice(1), line, report);
  return { entry: { key, value: items.length > 0 ? items : "", line }, lines: 1 + taken };
}

/** The `- item` lines below a key without a value. */
function readItems(lines: readonly string[], keyLine: number, report: Report) {
  const items: string[] = [];
  let taken = 0;
  for (const raw of lines) {
    const text = withoutComment(raw);
    const item = ITEM.exec(text)?.[1];
    if (item === undefined && text.trim() !== "") break;
    taken += 1;
    if (item !== undefined) items.push(unquote(item, keyLine + taken, report));
  }
  return { items, taken };
}

function readValue(written: string, line: number, report: Report): string | readonly string[] {
  if (!written.startsWith("[")) return unquote(written, line, report);
  if (!written.endsWith("]")) {
    report(line, `expected the list to end with "]" on the same line`);
    return [];
  }
  const inner = written.slice(1, -1).trim();
  if (inner === "") return [];
  const items = inner.match(/\s*(?:"[^"]*"|'[^']*')\s*|[^,]+/g) ?? [];
  return items.map((item) => unquote(item.trim(), line, report)).filter((item) => item !== "");
}

function unquote(written: string, line: number, report: Report): string {
  const quote = written[0];
  if (quote !== '"' && quote !== "'") return written;
  if (written.length > 1 && written.endsWith(quote)) return written.slice(1, -1).trim();
  report(line, `the quotation mark ${quote} is not closed`);
  return written.slice(1);
}

/** A `#` starts a comment at the start of a line or after a space, outside quotes. */
function withoutComment(line: string): string {
  let quote = "";
  for (let index = 0; index < line.length; index++) {
    const char = line[index] ?? "";
    const before = line[index - 1] ?? " ";
    if (quote !== "") quote = char === quote ? "" : quote;
    else if ((char === '"' || char === "'") && /[\s[,:]/.test(before)) quote = char;
    else if (char === "#" && /\s/.test(before)) return line.slice(0, index).trimEnd();
  }
  return line.trimEnd();
}

function addEntry(values: Map<FrontMatterKey, FrontMatterValue>, entry: Entry, report: Report): void {
  const key = FRONT_MATTER_KEYS.find((known) => known === entry.key);
  const first = key && values.get(key);
  if (key === undefined) {
    const known = FRONT_MATTER_KEYS.join(", ");
    report(
      entry.line,
      `unknown field "${entry.key}"${suggestion(entry.key, FRONT_MATTER_KEYS)} (known: ${known})`,
    );
  } else if (first) {
    report(entry.line, `"${key}" is given twice, first on line ${first.line}`);
  } else {
    values.set(key, { value: entry.value, line: entry.line });
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
