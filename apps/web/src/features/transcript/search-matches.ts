import type { Row } from "./rows.ts";

/** A text cut at the places where `needle` stands, whatever its case; odd parts are the matches. */
export function cutAtMatches(text: string, needle: string): readonly string[] {
  if (needle === "") return [text];
  const parts: string[] = [];
  const low = text.toLowerCase();
  const wanted = needle.toLowerCase();
  let at = 0;
  for (let found = low.indexOf(wanted); found >= 0; found = low.indexOf(wanted, at)) {
    parts.push(text.slice(at, found), text.slice(found, found + wanted.length));
    at = found + wanted.length;
  }
  return [...parts, text.slice(at)];
}

/** The indexes of the rows whose words hold the needle. */
export function matching(rows: readonly Row[], needle: string): readonly number[] {
  if (needle === "") return [];
  const wanted = needle.toLowerCase();
  return rows.flatMap(({ segment }, index) => (segment.text.toLowerCase().includes(wanted) ? [index] : []));
}
