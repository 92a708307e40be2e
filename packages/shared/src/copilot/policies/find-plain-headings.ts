import { isLabel, isTableRow, withoutMarkup } from "./plain-line.ts";

/** A heading of a document without `{#id .kind}`, with the lines up to the next one. */
export interface PlainPart {
  /** Null for what stands before the first heading. */
  readonly title: string | null;
  /** 1 to 8; a bold or capital line is one or two deeper than the Markdown heading above it. */
  readonly level: number;
  /** A bold or capital line rather than a Markdown heading. */
  readonly soft: boolean;
  readonly text: string[];
}

const MAX_TITLE = 90;
const RUN_IN = /^\s{0,3}(\*\*|__)([^*_]{3,60}?)(?:[.:]\1|\1[.:])\s+(\S.*)$/;
const ATX = /^ {0,3}(#{1,6})\s+(\S.*)$/;
const BOLD = /^\s*(\*\*|__)([^*_]+)\1:?\s*$/;

/** Labels in capitals that name a chapter where they stand apart. */
const CHAPTER = /^(?:FEES|EXCLUSIONS|LIMITATIONS|CONDITIONS)$/;

type Found = Omit<PlainPart, "text"> & { readonly lines: number };

/** Splits a body at its headings: `#`, underlined, bold lines and lines in capitals. */
export function findPlainHeadings(body: readonly string[]): PlainPart[] {
  const parts: PlainPart[] = [{ title: null, level: 0, soft: false, text: [] }];
  let base = 1;
  let capitals = false;
  for (let index = 0; index < body.length; ) {
    const blank = (body[index] ?? "").trim() === "";
    const hard = blank ? null : readHard(body, index);
    const soft = blank || hard ? null : readSoft(body, index);
    if (hard) [base, capitals] = [hard.level, false];
    if (soft?.capitals) capitals = true;
    const runIn = blank || hard || soft ? null : readRunIn(body, index);
    if (runIn) {
      parts.push({ title: runIn.title, level: base + 1, soft: true, text: [runIn.rest] });
      index += 1;
      continue;
    }
    const found = hard ?? (soft && softPart(soft, base + (capitals && !soft.capitals ? 2 : 1)));
    if (found) parts.push({ title: found.title, level: found.level, soft: found.soft, text: [] });
    else parts.at(-1)?.text.push(body[index] ?? "");
    index += found?.lines ?? 1;
  }
  return parts;
}

function softPart(soft: { readonly title: string }, level: number): Found {
  return { title: soft.title, level, soft: true, lines: 1 };
}

function readHard(body: readonly string[], index: number): Found | null {
  const line = body[index] ?? "";
  const [, marks, words = ""] = ATX.exec(line) ?? [];
  if (marks !== undefined)
    return { title: titleOf(words.replace(/ #+\s*$/, "")), level: marks.length, soft: false, lines: 1 };
  const under = /^ {0,3}(=|-)\1{2,}\s*$/.exec(body[index + 1] ?? "")?.[1];
  if (under === undefined || !startsBlock(body, index) || !isShort(line)) return null;
  return { title: titleOf(line), level: under === "=" ? 1 : 2, soft: false, lines: 2 };
}

function readSoft(body: readonly string[], index: number) {
  const line = (body[index] ?? "").slice(0, 2 * MAX_TITLE);
  if (!startsBlock(body, index) || !isShort(body[index] ?? "")) return null;
  const bold = BOLD.exec(line)?.[2];
  const title = titleOf(bold ?? line).replace(/:$/, "");
  const apart = bold === undefined && CHAPTER.test(title) && (body[index + 1] ?? "").trim() === "";
  if ((isLabel(title) && !apart) || isTableRow(line)) return null;
  if (bold !== undefined) return { title, capitals: false };
  const letters = title.replace(/\P{L}/gu, "");
  const shouted = letters.length >= 4 && letters === letters.toUpperCase() && /\p{Lu}/u.test(letters);
  return shouted && !/[.;,:!?]$/.test(line.trim()) ? { title, capitals: true } : null;
}

/** "**Plumbing.** Pipes inside your home, …": a heading in bold in the line of its text. */
function readRunIn(body: readonly string[], index: number): { title: string; rest: string } | null {
  if (!startsBlock(body, index)) return null;
  const [, , title = "", rest = ""] = RUN_IN.exec((body[index] ?? "").slice(0, 20_000)) ?? [];
  return title === "" || isLabel(`${title}:`) ? null : { title: titleOf(title), rest };
}

function isShort(line: string): boolean {
  return line.length <= MAX_TITLE && /\p{L}/u.test(line) && !/^\s*(?:[-*+•]\s|\||>)/.test(line);
}

function startsBlock(body: readonly string[], index: number): boolean {
  const above = body[index - 1] ?? "";
  return above.trim() === "" || ATX.test(above) || /^ {0,3}[=-]{3,}\s*$/.test(above);
}

function titleOf(words: string): string {
  return withoutMarkup(words).replace(/\s+/g, " ").trim();
}
