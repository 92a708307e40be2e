import { STOP_WORDS } from "../../understanding/lexicon/grammar.ts";
import type { Matter } from "./matter.ts";
import { MATTERS } from "./matters.ts";
import { placesOf } from "./phrases.ts";

/** Words, counted from the last, that take part. */
const WORDS = 24;
/** What the words that speak for a matter must weigh together: about what one weighs that no other matter has. */
const MIN_WEIGHT = 3.5;

/** Each stem of the lexicon with the matters whose phrases use it. */
const mattersByStem: ReadonlyMap<string, readonly Matter[]> = indexStems(MATTERS);

/**
 * The matters that a text is most likely about where no phrase of the lexicon says so, the likeliest first: those
 * whose phrases share most words with it, of which those weigh most that few matters have.
 */
export function guessMatters(stems: readonly string[]): readonly Matter[] {
  const weights = new Map<Matter, number>();
  for (const word of new Set(stems.slice(-WORDS))) {
    const matters = mattersByStem.get(word) ?? [];
    const weight = Math.log(MATTERS.length / matters.length);
    for (const matter of matters) weights.set(matter, (weights.get(matter) ?? 0) + weight);
  }
  return [...weights]
    .filter(([, weight]) => weight >= MIN_WEIGHT)
    .sort((one, other) => other[1] - one[1])
    .map(([matter]) => matter);
}

function indexStems(matters: readonly Matter[]): ReadonlyMap<string, readonly Matter[]> {
  const index = new Map<string, Matter[]>();
  for (const matter of matters) {
    const stems = matter.said
      .split("\n")
      .flatMap((line) => placesOf(line).flatMap((place) => [...place.stems]));
    for (const stem of new Set(stems)) {
      if (STOP_WORDS.has(stem)) continue;
      const known = index.get(stem);
      if (known) known.push(matter);
      else index.set(stem, [matter]);
    }
  }
  return index;
}
