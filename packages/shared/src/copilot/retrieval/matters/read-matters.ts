import { stem } from "../../understanding/stem.ts";
import { wordsOf } from "../../understanding/words.ts";
import type { Matter } from "./matter.ts";
import { MATTERS } from "./matters.ts";

/** Words that may stand where a phrase says "..". */
const GAP = 6;

/** One place of a phrase: the stems that fit, and how many words may stand before it. */
interface Place {
  readonly stems: ReadonlySet<string>;
  readonly gap: number;
}

interface Phrase {
  readonly matter: Matter;
  /** The places behind the first word. */
  readonly rest: readonly Place[];
}

const phrasesByFirst: ReadonlyMap<string, readonly Phrase[]> = indexPhrases(MATTERS);

/**
 * The matters that a text speaks of, the one spoken of last first: what a caller asks stands behind the story. Takes
 * time in proportion to the text's length.
 */
export function readMatters(text: string): readonly Matter[] {
  const stems = wordsOf(text).map((word) => stem(word.text));
  const found = new Map<Matter, number>();
  for (const [at, first] of stems.entries()) {
    for (const { matter, rest } of phrasesByFirst.get(first) ?? []) {
      const end = endOf(rest, stems, at + 1);
      if (end > (found.get(matter) ?? 0)) found.set(matter, end);
    }
  }
  return [...found].sort((a, b) => b[1] - a[1]).map(([matter]) => matter);
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

function indexPhrases(matters: readonly Matter[]): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const matter of matters) {
    for (const line of matter.said.split("\n")) {
      const [first, ...rest] = placesOf(line);
      for (const word of first?.stems ?? []) {
        const known = index.get(word);
        if (known) known.push({ matter, rest });
        else index.set(word, [{ matter, rest }]);
      }
    }
  }
  return index;
}

function placesOf(line: string): readonly Place[] {
  const places: Place[] = [];
  let gap = 0;
  for (const token of line.trim().split(/\s+/)) {
    if (token === "..") {
      gap = GAP;
      continue;
    }
    places.push({ stems: new Set(token.split("|").map(stem)), gap });
    gap = 0;
  }
  return places;
}
