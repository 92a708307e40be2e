import type { PolicyHit } from "../../domain/clause.ts";
import { sectionKey } from "./section-names.ts";

/** Clauses of one section before those of others get their turn. */
const PER_SECTION = 4;

/** Moves the further clauses of a section behind the other hits, so that one long section does not fill the answer. */
export function spreadSections(ranked: readonly PolicyHit[]): readonly PolicyHit[] {
  const counts = new Map<string, number>();
  const first: PolicyHit[] = [];
  const later: PolicyHit[] = [];
  for (const hit of ranked) {
    const key = sectionKey(hit);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    (count > PER_SECTION ? later : first).push(hit);
  }
  const lowest = first.at(-1)?.score ?? 0;
  return [...first, ...later.map((hit) => ({ ...hit, score: Math.min(hit.score, lowest) }))];
}
