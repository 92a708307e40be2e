import { stem } from "../../understanding/stem.ts";
import { wordsOf } from "../../understanding/words.ts";
import type { Matter } from "./matter.ts";
import { MATTERS } from "./matters.ts";
import { indexPhrases, type Place } from "./phrases.ts";

const phrasesByFirst = indexPhrases(MATTERS);

/**
 * The matters that a text speaks of, the one spoken of last first: what a caller asks stands behind the story. Takes
 * time in proportion to the text's length.
 */
export function readMatters(stems: readonly string[]): readonly Matter[] {
  const found = new Map<Matter, number>();
  for (const [at, first] of stems.entries()) {
    for (const { matter, rest } of phrasesByFirst.get(first) ?? []) {
      const end = endOf(rest, stems, at + 1);
      if (end > (found.get(matter) ?? 0)) found.set(matter, end);
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).map(([matter]) => matter);
}

/** The words of a text as phrases are compared with them. */
export function stemsOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => stem(word.text));
}

/** Where the phrase that began before `from` ends; 0 where the words go on otherwise. */
function endOf(rest: readonly Place[], stems: readonly string[], from: number): number {
  let at = from;
  for (const { stems: fitting, gap } of rest) {
    const last = Math.min(at + gap, stems.length - 1);
    while (at <= last && !fitting.has(stems[at] ?? "")) at++;
    if (at > last) return 0;
    at++;
  }
  return at;
}
