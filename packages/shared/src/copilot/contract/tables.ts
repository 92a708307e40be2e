import type { Label, Unit } from "./units.ts";

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const RULE = /^\s*\|?[\s:|-]+\|?\s*$/;
const YES = /^(?:[✓✔☑✅●•xX]|yes|included|covered|incl\.?)$/iu;
const NO = /^(?:[✗✘✖❌☒—–-]+|no|not included|not covered|n\/a|none|excluded|)$/iu;

/**
 * The rows of the tables in a text, by the offset at which a row's line begins. A row gives one unit for each column
 * after the first: the whole row is its text, so that a quote of it stands in the clause as it is.
 */
export function tableRows(text: string): ReadonlyMap<number, readonly Unit[]> {
  const rows = new Map<number, readonly Unit[]>();
  if (!text.includes("|")) return rows;
  let at = 0;
  let header: readonly Cell[] | null = null;
  for (const line of text.split("\n")) {
    const cells = line.includes("|") ? cellsOf(line, at) : [];
    if (cells.length < 2) header = null;
    else if (header === null) header = cells;
    else if (!RULE.test(line))
      rows.set(at + (line.length - line.trimStart().length), unitsOfRow(line, at, { header, cells }));
    at += line.length + 1;
  }
  return rows;
}

function cellsOf(line: string, at: number): Cell[] {
  const cells: Cell[] = [];
  let start = line.trimStart().startsWith("|") ? line.indexOf("|") + 1 : 0;
  for (let i = start; i <= line.length; i++) {
    if (i < line.length && line[i] !== "|") continue;
    if (i === line.length && line.slice(start).trim() === "") break;
    const raw = line.slice(start, i);
    const from = start + (raw.length - raw.trimStart().length);
    cells.push({ text: raw.trim(), start: at + from, end: at + from + raw.trim().length });
    start = i + 1;
  }
  return cells;
}

function unitsOfRow(
  line: string,
  at: number,
  { header, cells }: { header: readonly Cell[]; cells: readonly Cell[] },
): Unit[] {
  const [first, ...rest] = cells;
  if (!first) return [];
  const start = at + (line.length - line.trimStart().length);
  const end = at + line.trimEnd().length;
  const head = header[0]?.text ?? "";
  const isSense =
    columnSense(head) !== null && header.slice(1).some(({ text }) => columnSense(text) !== null);
  if (isSense) {
    return cells.map((cell, i) => {
      const column = header[i]?.text ?? "";
      const place = { column, row: first.text, value: cell.text };
      return {
        text: line.trim(),
        start,
        end,
        leadIn: null,
        label: columnSense(column),
        cell: { ...place, isSense: true },
      };
    });
  }
  // A row that only says what follows, "Systems", is no row of a thing.
  if (rest.every(({ text }) => text === "")) return [];
  return rest.flatMap((cell, i) => {
    const column = header[i + 1]?.text ?? "";
    const whole = {
      text: line.trim(),
      start,
      end,
      leadIn: null,
      cell: { column, row: first.text, value: cell.text },
    };
    return [{ ...whole, label: labelOf(cell.text) }];
  });
}

/** What a column's heading says of its cells: "What is covered", "Not covered", "Most we pay". */
function columnSense(heading: string): Label | null {
  if (/\bitems?\b/i.test(heading)) return null;
  if (/\b(?:not (?:covered|included)|exclu\w+|won['’]t|do(?:es)? not|don['’]t)\b/i.test(heading))
    return "refuse";
  if (/\b(?:limits?|maximum|most we|up to|caps?)\b/i.test(heading)) return "limit";
  return /\b(?:covered|included|we (?:cover|fix|pay for)|what(?:['’]s| is) in)\b/i.test(heading)
    ? "grant"
    : null;
}

/** A cell with an amount grants up to it; one with a mark or a word says yes or no. */
function labelOf(cell: string): Label | null {
  if (YES.test(cell)) return "grant";
  if (NO.test(cell)) return "refuse";
  return /[$\d]/.test(cell) ? "limit" : null;
}
