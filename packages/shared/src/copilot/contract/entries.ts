import type { Lexicon } from "../language/lexicon.ts";
import { type Entry, entryOf } from "./entry.ts";
import { readAsRow } from "./entry-rows.ts";

const SEPARATOR =
  /\s*(?:;|,|:\s|\/(?!\d)|\s(?:and\/or|and|or|nor|as well as|but not(?: limited to)?|&)\s)\s*/giu;

/** The things that a stretch of a unit's text names, in order. */
export function entriesOf(text: string, [from, to]: readonly [number, number], lexicon: Lexicon): Entry[] {
  const entries: Entry[] = [];
  for (const [start, end] of piecesOf(text, from, to)) {
    const entry = entryOf(text, [start, end], lexicon);
    if (entry) entries.push(entry);
  }
  return readAsRow(entries, text, from, lexicon);
}

function* piecesOf(text: string, from: number, to: number): Iterable<[number, number]> {
  const stretch = text.slice(from, to);
  let start = 0;
  let depth = 0;
  const cuts = [...stretch.matchAll(SEPARATOR), ...stretch.matchAll(/[()]/g)].sort(
    (a, b) => a.index - b.index,
  );
  for (const cut of cuts) {
    if (cut[0] === "(") depth++;
    else if (cut[0] === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && cut.index >= start) {
      yield [from + start, from + cut.index];
      start = cut.index + cut[0].length;
    }
  }
  yield [from + start, to];
}
