import type { PolicyHit } from "../../../domain/clause.ts";
import type { PolicyIndex, PolicyQuery } from "../../ports.ts";
import type { Matter } from "./matter.ts";
import { readMatters } from "./read-matters.ts";

/** Matters that are searched for at most: the question's own, then those spoken of last. */
const MATTERS_SOUGHT = 5;
/** Clauses looked at and kept for one matter, and how near to the best of them their score must be. */
const LOOKED_AT = 6;
const KEPT = 3;
const NEAR_SHARE = 0.55;

/** What a matter counts that the question itself does not name. */
const TOLD_WEIGHT = 0.85;

/** A clause about a matter that the caller's words touch. */
export interface MatterHit {
  readonly hit: PolicyHit;
  /** From 0 to 1: of the best clause on this matter, less where only the situation speaks of it. */
  readonly share: number;
}

/** The clauses about what the caller's words touch beside the thing asked about, best first for each matter. */
export async function findMatters(
  index: Pick<PolicyIndex, "search">,
  { text, situation, scope }: PolicyQuery,
): Promise<readonly MatterHit[]> {
  const asked = new Set(readMatters(text));
  const matters = [...asked.union(new Set(readMatters(situation)))].slice(0, MATTERS_SOUGHT);
  const found = await Promise.all(
    matters.map(async (matter) => {
      const query = { text: matter.sought, situation: "", scope, limit: LOOKED_AT };
      const weight = asked.has(matter) ? 1 : TOLD_WEIGHT;
      return aboutIt(matter, await index.search(query), weight);
    }),
  );
  return found.flat();
}

function aboutIt({ sign }: Matter, hits: readonly PolicyHit[], weight: number): readonly MatterHit[] {
  const about = hits.filter(({ section, text }) => sign.test(section) || sign.test(text));
  const best = about[0]?.score ?? 0;
  return about
    .slice(0, KEPT)
    .map((hit) => ({ hit, share: hit.score / best }))
    .filter(({ share }) => share >= NEAR_SHARE)
    .map(({ hit, share }) => ({ hit, share: share * weight }));
}
