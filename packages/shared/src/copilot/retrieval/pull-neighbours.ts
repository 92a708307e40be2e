import type { PolicyClause, PolicyHit } from "../../domain/clause.ts";
import type { HitPool } from "./hit-pool.ts";
import { headingWords, itemWords, parentWords, sameSection } from "./section-names.ts";

/** Coverage clauses that bring their neighbours, and how near to the best hit their score must be. */
const BRINGERS = 3;
const NEAR_SHARE = 0.5;
const SIBLINGS = 2;
/** A neighbour's score, of that of the coverage clause. */
const SIBLING_SHARE = 0.75;
const PLAN_SHARE = 0.8;
const CONDITION_SHARE = 0.7;

/**
 * Takes in what decides along with a coverage clause: the exclusions and limits on the same item in its section, what
 * the plan's schedule says of it, and the conditions of its document.
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
    for (const clause of near) {
      if (isPlanWord(clause, coverage)) pool.raise(clause, coverage.score * PLAN_SHARE);
      else if (isDocumentCondition(clause, coverage)) pool.raise(clause, coverage.score * CONDITION_SHARE);
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

/**
 * What the plan's own document says of the item: it amends the clause, or names the item by all words of its heading
 * (a limit also by those of the heading above), or the whole document by its title.
 */
function isPlanWord(clause: PolicyClause, coverage: PolicyClause): boolean {
  if (clause.plans === null) return false;
  if (clause.amends !== undefined) return clause.amends === coverage.clauseId;
  if (clause.text.includes(coverage.title)) return true;
  const words = itemWords(clause.text);
  const names =
    clause.kind === "limit" ? [headingWords(coverage), parentWords(coverage)] : [headingWords(coverage)];
  return names.some((item) => item.size > 0 && shared(item, words) === item.size);
}

/** A condition that a document sets for all that it covers. */
function isDocumentCondition(clause: PolicyClause, coverage: PolicyClause): boolean {
  if (clause.kind !== "condition" || clause.documentId !== coverage.documentId) return false;
  return /\bthis (?:document|schedule|addendum|rider|endorsement)\b/i.test(clause.text);
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((word) => others.has(word)).length;
}
