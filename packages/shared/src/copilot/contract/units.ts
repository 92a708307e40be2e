import { stretchesOf } from "./senses.ts";
import { tableRows } from "./tables.ts";

/** What a label before a stretch of text says of it: "NOT COVERED:", "Limit:". */
export type Label = "grant" | "refuse" | "limit";

/** A sentence, a list item or a table row of a clause; `[start, end)` are offsets into the clause's text. */
export interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What introduces the list that this item belongs to: "We do not cover:". */
  readonly leadIn: Unit | null;
  /** The label that it stands under, or the mark before it. */
  readonly label: Label | null;
  /** Whether it is an item of a list. */
  readonly isItem?: boolean;
  /** Whether another sentence of the same item stands before it. */
  readonly isLater?: boolean;
  /** Of a table: the heading of the column, the first cell of the row, and the cell itself. */
  readonly cell?: {
    readonly column: string;
    readonly row: string;
    readonly value: string;
    /** The column says what its cells are: "Not covered". Then the cell lists things itself. */
    readonly isSense?: boolean;
  };
}

const BULLET =
  /^[ \t]*(?:(?:[-*•–+]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])[ \t]+)?(?:([✓✔☑✅])|([✗✘✖❌☒]))?[ \t]*/iu;
const LABEL =
  /(?<![\w-])(?:(what(?:['’]s| is) not covered|what we (?:do not|don['’]t|won['’]t|will not) \w+(?: for)?|what(?:['’]s| is) excluded|not covered|not included|not protected|not eligible|not insured|excluded?s?|exclusions?|we (?:do not|don['’]t|won['’]t|will not) (?:cover|pay for|fix)|won['’]t)|(what(?:['’]s| is) covered|what we (?:cover|fix|pay for)|covered(?: items| parts)?|protected|eligible|included?s?|coverage|protection|we(?:['’]ll| will)? (?:cover|fix|pay for))|((?:benefit |annual |coverage |yearly )?limits?|limitations?|(?:benefit |annual |coverage |yearly )?maximum|dollar limits?|caps?)|((?:please |special |important )?notes?|conditions?|examples?|definitions?))\s*:(?=\s)/giu;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|no|inc|co|st|vs|approx|sec|art|u\.s|[A-Z])|\d)\.$/i;

/** The sentences, list items and table cells of a text, in order, without bullets and labels. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let leadIn: Unit | null = null;
  const tables = tableRows(text);
  for (const line of linesOf(text)) {
    const cells = tables.get(line.start);
    if (cells) {
      units.push(...cells);
      continue;
    }
    if (text[line.start] === "|") continue;
    if (!line.bullet) leadIn = null;
    for (const part of labelled(text, line)) {
      const items = part.label === null ? [part] : splitItems(text, part);
      for (const item of items) {
        const sentences = sentencesOf(text, item.start, item.end);
        for (const [at, unit] of sentences.flatMap((one, i) =>
          (part.label === null ? halvesOf(one) : [one]).map((half) => [i, half] as const),
        )) {
          const placed: Unit = {
            ...unit,
            ...(line.bullet ? { isItem: true, isLater: at > 0 } : {}),
            leadIn: line.bullet ? leadIn : null,
            label: part.label ?? line.mark,
          };
          units.push(placed);
          if (!line.bullet) leadIn = unit.text.endsWith(":") ? placed : null;
        }
      }
    }
  }
  return units;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly bullet: boolean;
  readonly mark: Label | null;
}

/** Lines of a paragraph that merely wrap are one line; a bullet, an empty line, a label or a colon starts another. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let open: { start: number; end: number; bullet: boolean; mark: Label | null } | null = null;
  for (const raw of text.split("\n")) {
    const [mark = "", yes, no] = BULLET.exec(raw) ?? [];
    const bullet = mark.trim() !== "";
    const blank = raw.trim() === "";
    const starts = bullet || blank || raw.trimStart().startsWith("|") || /^\s*[\p{L}'’ ]{3,40}:/u.test(raw);
    const before = open ? text.slice(open.start, open.end).trimEnd() : "";
    const ended = open === null || before.endsWith(":") || (open.bullet && /^[A-Z]/.test(raw));
    if (starts || ended) {
      if (open) lines.push(open);
      open = blank
        ? null
        : {
            start: at + mark.length,
            end: at + raw.length,
            bullet,
            mark: yes ? "grant" : no ? "refuse" : null,
          };
    } else if (open) open.end = at + raw.length;
    at += raw.length + 1;
  }
  if (open) lines.push(open);
  return lines;
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly label: Label | null;
}

/** The stretches of a line under each of its labels. */
function labelled(text: string, { start, end, mark }: Line): Part[] {
  const line = text.slice(start, end);
  const parts: Part[] = [];
  let from = start;
  let label: Label | null = mark;
  for (const match of line.matchAll(LABEL)) {
    // A label opens its stretch: in the middle of a sentence the words are ordinary ones, and so they are at the end.
    const before = line.slice(0, match.index).trimEnd();
    if (before !== "" && !/[.;:)]$/.test(before)) continue;
    if (match.index + match[0].length >= line.trimEnd().length) continue;
    if (start + match.index > from) parts.push({ start: from, end: start + match.index, label });
    from = start + match.index + match[0].length;
    label =
      match[1] !== undefined
        ? "refuse"
        : match[2] !== undefined
          ? "grant"
          : match[3] !== undefined
            ? "limit"
            : null;
  }
  parts.push({ start: from, end, label });
  return parts;
}

/** The items of a labelled stretch: what semicolons part. */
function splitItems(text: string, part: Part): Part[] {
  const items: Part[] = [];
  let start = part.start;
  for (let at = part.start; at <= part.end; at++) {
    if (at < part.end && text[at] !== ";") continue;
    items.push({ ...part, start, end: at });
    start = at + 1;
  }
  return items;
}

function sentencesOf(text: string, from: number, to: number): Omit<Unit, "leadIn" | "label">[] {
  const units: Omit<Unit, "leadIn" | "label">[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && !endsSentence(text, start, at)) continue;
    const unit = trimmed(text, start, at);
    if (unit !== null) units.push(unit);
    start = at;
  }
  return units;
}

const FINITE =
  /\b(?:is|are|was|were|will|shall|may|must|can|cannot|covers?|pays?|stays?|does|do|has|have|gets?|includes?|applies|apply|replaces?)\b/i;

/** "… are not covered; a home let to tenants stays covered": halves that each say something are read by themselves. */
function halvesOf(unit: Omit<Unit, "leadIn" | "label">): Omit<Unit, "leadIn" | "label">[] {
  const parts = unit.text.split(/;\s+/);
  const isSaying = (part: string) => stretchesOf(part).length > 0;
  if (parts.length < 2 || !parts.some(isSaying) || !parts.every((part) => FINITE.test(part))) return [unit];
  let at = unit.start;
  return parts.map((text) => {
    const start = at;
    at += text.length + (unit.text.slice(at - unit.start + text.length).match(/^;\s+/)?.[0].length ?? 0);
    return { text, start, end: start + text.length };
  });
}

function endsSentence(text: string, start: number, at: number): boolean {
  if (!/\s/.test(text[at] ?? "") || !/[.!?”")]/.test(text[at - 1] ?? "")) return false;
  const sentence = text.slice(Math.max(start, at - 40), at);
  if (!/[.!?]["”’)]*$/.test(sentence)) return false;
  const next = text.slice(at, at + 40).trimStart()[0] ?? "";
  return /[A-Z“"($\d]/.test(next) && !(ABBREVIATION.test(sentence) && !/\d\.$/.test(sentence));
}

function trimmed(text: string, from: number, to: number): Omit<Unit, "leadIn" | "label"> | null {
  const raw = text.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = to - (raw.length - raw.trimEnd().length);
  return start < end ? { text: text.slice(start, end), start, end } : null;
}
