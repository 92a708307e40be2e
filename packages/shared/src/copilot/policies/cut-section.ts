import { joinText } from "./join-text.ts";
import { isLabel, isTableRow, isTableRule, withoutMarkup } from "./plain-line.ts";

/** A piece of a section that becomes a clause. */
export interface SectionPiece {
  /** Its number in the section; null for the whole section, or for the words before a numbered list. */
  readonly number: number | null;
  readonly text: string;
}

const LONG_SECTION = 120;
const LONG_ITEM = 60;
const NUMBERED = /^(\d{1,3})[.)] /;

/**
 * A section's words as one clause, or as several where it is long and made of independent sentences: a piece for each
 * numbered item or paragraph. What stands under labels or in a table stays together.
 */
export function cutSection(lines: readonly string[]): SectionPiece[] {
  const text = plainText(lines);
  if (text === "") return [];
  const whole = [{ number: null, text }];
  const rows = text.split("\n");
  if (rows.some((row) => isLabel(row) || isTableRow(row))) return whole;
  const pieces = rows.some((row) => NUMBERED.test(row)) ? byNumber(rows) : byParagraph(rows);
  const long = countWords(text) > LONG_SECTION || pieces.some((piece) => countWords(piece.text) > LONG_ITEM);
  return long && pieces.length > 1 && pieces.every(standsAlone) ? pieces : whole;
}

/** Words as written, without markup; labels, list items and table rows on lines of their own. */
function plainText(lines: readonly string[]): string {
  const spaced: string[] = [];
  let inTable = false;
  for (const raw of lines) {
    if (isTableRule(raw) || /^\s*([-*_=])\1{2,}\s*$/.test(raw)) continue;
    const line = withoutMarkup(raw.replace(/^(\s*)[•▪◦]\s*/, "$1- ")).replace(/^\s*> ?/, "");
    const row = isTableRow(line);
    if (row || inTable || isLabel(line.trim()) || /^\s*(?:\([a-z0-9]{1,3}\)|[a-z]\))\s/i.test(line))
      spaced.push("");
    spaced.push(line);
    inTable = row;
  }
  return joinText(spaced);
}

/** A piece begins at the number that follows the last one, so that the numbers of an inner list do not cut. */
function byNumber(rows: readonly string[]): SectionPiece[] {
  const pieces: { number: number | null; rows: string[] }[] = [];
  let last: number | undefined;
  for (const row of rows) {
    const number = Number(NUMBERED.exec(row)?.[1] ?? Number.NaN);
    const begins = !Number.isNaN(number) && (last === undefined || number === last + 1);
    if (begins) last = number;
    if (begins || pieces.length === 0) pieces.push({ number: begins ? number : null, rows: [row] });
    else pieces.at(-1)?.rows.push(row);
  }
  return pieces.map(({ number, rows: own }) => ({ number, text: own.join("\n") }));
}

function byParagraph(rows: readonly string[]): SectionPiece[] {
  return rows.map((text, index) => ({ number: index + 1, text }));
}

function standsAlone({ text }: SectionPiece): boolean {
  return /^(?:\d{1,3}[.)] )?["“(]?[\p{Lu}\d$]/u.test(text) && /[.!?]["”)]?$/.test(text);
}

function countWords(text: string): number {
  return text.split(/\s+/).length;
}
