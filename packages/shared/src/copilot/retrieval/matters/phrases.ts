import { stem } from "../../understanding/stem.ts";
import type { Matter } from "./matter.ts";

/** Words that may stand where a phrase says "..". */
const GAP = 6;

/** One place of a phrase: the stems that fit, and how many words may stand before it. */
export interface Place {
  readonly stems: ReadonlySet<string>;
  readonly gap: number;
}

export interface Phrase {
  readonly matter: Matter;
  /** The places behind the first word. */
  readonly rest: readonly Place[];
}

/** The phrases of all matters by the stems that they may begin with. */
export function indexPhrases(matters: readonly Matter[]): ReadonlyMap<string, readonly Phrase[]> {
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

/** One phrase as it is written in the lexicon. */
export function placesOf(line: string): readonly Place[] {
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
