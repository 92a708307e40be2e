/** A sentence or a list item of a clause; `[start, end)` are offsets into the clause's text. */
export interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What introduces the list that this item belongs to: "We do not cover:". */
  readonly leadIn: Unit | null;
}

const BULLET = /^[ \t]*(?:[-*•–]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])[ \t]+/i;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|no|inc|co|st|vs|approx|sec|art|u\.s|[A-Z])|\d)\.$/i;

/** The sentences and list items of a text, in order, without their bullets. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let leadIn: Unit | null = null;
  for (const line of linesOf(text)) {
    const inList = line.bullet;
    if (!inList) leadIn = null;
    for (const unit of sentencesOf(text, line.start, line.end)) {
      const placed: Unit = { ...unit, leadIn: inList ? leadIn : null };
      units.push(placed);
      if (!inList) leadIn = unit.text.endsWith(":") ? placed : null;
    }
  }
  return units;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly bullet: boolean;
}

/** Lines of a paragraph that merely wrap are one line; a bullet, an empty line or a colon starts another. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let open: { start: number; end: number; bullet: boolean } | null = null;
  for (const raw of text.split("\n")) {
    const bullet = BULLET.exec(raw);
    const blank = raw.trim() === "";
    const ended =
      open !== null &&
      (text.slice(open.start, open.end).trimEnd().endsWith(":") || (open.bullet && /^[A-Z]/.test(raw)));
    const fresh = blank || bullet !== null || open === null || ended;
    if (fresh) {
      if (open !== null) lines.push(open);
      open = blank
        ? null
        : { start: at + (bullet?.[0].length ?? 0), end: at + raw.length, bullet: bullet !== null };
    } else if (open !== null) open.end = at + raw.length;
    at += raw.length + 1;
  }
  if (open !== null) lines.push(open);
  return lines;
}

function sentencesOf(text: string, from: number, to: number): Unit[] {
  const units: Unit[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && !endsSentence(text, start, at)) continue;
    const unit = trimmed(text, start, at);
    if (unit !== null) units.push(unit);
    start = at;
  }
  return units;
}

function endsSentence(text: string, start: number, at: number): boolean {
  const before = text[at - 1] ?? "";
  if (!/\s/.test(text[at] ?? "") || !/[.!?”")]/.test(before)) return false;
  const sentence = text.slice(start, at);
  if (!/[.!?]["”’)]*$/.test(sentence)) return false;
  const next = text.slice(at).trimStart()[0] ?? "";
  return /[A-Z“"($\d]/.test(next) && !(ABBREVIATION.test(sentence) && !/\d\.$/.test(sentence));
}

function trimmed(text: string, from: number, to: number): Unit | null {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = to - (raw.length - raw.trimEnd().length);
  return start < end ? { text: text.slice(start, end), start, end, leadIn: null } : null;
}
