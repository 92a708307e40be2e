import type { PolicyHit } from "../../../domain/clause.ts";
import type { PolicyIndex, PolicyQuery } from "../../ports.ts";
import { guessMatters } from "./guess-matters.ts";
import type { Matter } from "./matter.ts";
import { readMatters, stemsOf } from "./read-matters.ts";

/** Matters that are searched for at most: the question's own, then those spoken of last. */
const MATTERS_SOUGHT = 5;
/** Where fewer were said, the others are guessed. */
const FEW = 2;
/** Clauses looked at and kept for one matter, and how near to the best of them their score must be. */
const LOOKED_AT = 6;
const KEPT = 3;
const NEAR_SHARE = 0.55;
/** What a matter counts that the question itself does not name, and one that was only guessed. */
const TOLD_WEIGHT = 0.85;
const GUESSED_WEIGHT = 0.75;
/** What a clause counts of which not the heading but only the text speaks of the matter. */
const MENTION_WEIGHT = 0.8;

const WORDS_HELD = 3;

/** A clause about a matter that the caller's words touch. */
export interface MatterHit {
  readonly hit: PolicyHit;
  /** From 0 to 1: how surely it is about the matter, and the matter about the question. */
  readonly share: number;
}

/** The clauses about what the caller's words touch beside the thing asked about, best first for each matter. */
export async function findMatters(
  index: Pick<PolicyIndex, "search">,
  { text, situation, scope }: PolicyQuery,
): Promise<readonly MatterHit[]> {
  const found = await Promise.all(
    [...mattersOf(stemsOf(text), stemsOf(situation))].map(async ([matter, weight]) => {
      const query = { text: matter.sought, situation: "", scope, limit: LOOKED_AT };
      return aboutIt(matter, await index.search(query), weight);
    }),
  );
  return found.flat();
}

/** What the words touch, with its weight. */
function mattersOf(asked: readonly string[], told: readonly string[]): ReadonlyMap<Matter, number> {
  const weights = new Map<Matter, number>();
  const add = (matters: readonly Matter[], weight: number, most: number) => {
    for (const matter of matters) {
      if (weights.size < most && !weights.has(matter)) weights.set(matter, weight);
    }
  };
  add(readMatters(asked), 1, MATTERS_SOUGHT);
  add(readMatters(told), TOLD_WEIGHT, MATTERS_SOUGHT);
  if (weights.size < FEW) add(guessMatters(told.length > 0 ? told : asked), GUESSED_WEIGHT, FEW);
  return weights;
}

function aboutIt({ sign, sought }: Matter, hits: readonly PolicyHit[], weight: number): readonly MatterHit[] {
  const about = hits.flatMap((hit) => {
    const sure = sign.test(hit.section)
      ? 1
      : sign.test(hit.text) && holds(hit.text, sought) >= WORDS_HELD
        ? MENTION_WEIGHT
        : 0;
    return sure > 0 ? [{ hit, sure }] : [];
  });
  const best = about[0]?.hit.score ?? 0;
  return about
    .slice(0, KEPT)
    .filter(({ hit }) => hit.score >= best * NEAR_SHARE)
    .map(({ hit, sure }) => ({ hit, share: (hit.score / best) * sure * weight }));
}

function holds(text: string, sought: string): number {
  const lower = text.toLowerCase();
  return sought.split(" ").filter((word) => word.length > 3 && lower.includes(word.slice(0, 5))).length;
}
