import type { PolicyClause, PolicyHit } from "../../domain/clause.ts";
import type { HitPool } from "./hit-pool.ts";
import { headingWords, itemWords, parentWords, sameSection } from "./section-names.ts";

/** Coverage clauses that bring their neighbours, and how near to the best hit their score must be. */
const BRINGERS = 3;
const NEAR_SHARE = 0.5;
const SIBLINGS = 2;
/** A neighbour's score, of that of the coverage clause. */
const SIBLING_SHARE = 0.75;
const PLAN_LIMIT_SHARE = 0.8;

/**
 * Takes in what decides along with a coverage clause: the exclusions and limits on the same item in its section, and
 * the plan schedule's limit for it.
 */
export function pullNeighbours(
  pool: HitPool,
  { hits, related }: { readonly hits: readonly PolicyHit[]; readonly related: readonly PolicyClause[] },
): void {
  const floor = (hits[0]?.score ?? 0) * NEAR_SHARE;
  const bringers = hits.filter(
    ({ kind, plans, score }) => kind === "coverage" && plans === null && score >= floor,
  );
  const near = [...hits, ...related];
  for (const coverage of bringers.slice(0, BRINGERS)) {
    for (const sibling of siblingsOf(coverage, near)) pool.raise(sibling, coverage.score * SIBLING_SHARE);
    for (const limit of near.filter((clause) => isPlanLimit(clause, coverage))) {
      pool.raise(limit, coverage.score * PLAN_LIMIT_SHARE);
    }
  }
}

/** Exclusions and limits in the coverage clause's section whose headings share its words, most words first. */
function siblingsOf(coverage: PolicyClause, near: readonly PolicyClause[]): readonly PolicyClause[] {
  const own = headingWords(coverage);
  const parent = parentWords(coverage);
  return near
    .filter(({ kind }) => kind === "exclusion" || kind === "limit")
    .filter((clause) => sameSection(clause, coverage))
    .map((clause) => {
      const words = headingWords(clause);
      return { clause, nearness: 2 * shared(words, own) + shared(words, parent) };
    })
    .filter(({ nearness }) => nearness > 0)
    .toSorted((a, b) => b.nearness - a.nearness)
    .slice(0, SIBLINGS)
    .map(({ clause }) => clause);
}

/** A plan's limit that amends the clause, or names its item: all words of its heading, or of the one above. */
function isPlanLimit(clause: PolicyClause, coverage: PolicyClause): boolean {
  if (clause.plans === null || clause.kind !== "limit") return false;
  if (clause.amends === coverage.clauseId) return true;
  const words = itemWords(clause.text);
  return [headingWords(coverage), parentWords(coverage)].some(
    (item) => item.size > 0 && shared(item, words) === item.size,
  );
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((word) => others.has(word)).length;
}
