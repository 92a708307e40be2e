import type { PolicyClause, PolicyHit } from "../../domain/clause.ts";
import { openRestrictions } from "../../domain/policy-scope.ts";
import type { PolicyIndex, PolicyQuery, PolicyScope } from "../ports.ts";
import { createHitPool } from "./hit-pool.ts";
import { liftAmendments } from "./lift-amendments.ts";
import { findMatters } from "./matters/find-matters.ts";
import { pullNeighbours } from "./pull-neighbours.ts";
import { spreadSections } from "./spread-sections.ts";

/** What the index is asked for: more than is given, since the rules below bring clauses up from behind. */
const CANDIDATES = 30;
/** The more special document comes first where scores are comparable: within these factors. */
const STATE_WEIGHT = 1.2;
const PLAN_WEIGHT = 1.1;
/** Score of the best clause about a matter that the caller's words touch, of that of the best hit. */
const MATTER_SHARE = 1;

/**
 * Finds the clauses that an answer is made from, best first: the index's hits under the rules that hold for any
 * index. Special documents come before general ones, what amends a clause before it, a covered item brings the
 * exclusions and limits that decide along with it, and no section fills the list. Throws what the index throws.
 */
export async function retrieveClauses(
  deps: { readonly index: Pick<PolicyIndex, "search" | "related"> },
  query: PolicyQuery,
): Promise<PolicyHit[]> {
  const { scope, limit } = query;
  const [found, matters] = await Promise.all([
    deps.index.search({ ...query, limit: Math.max(CANDIDATES, 2 * limit) }),
    findMatters(deps.index, query),
  ]);
  const hits = found
    .map((hit) => ({ ...hit, score: hit.score * weightOf(hit, scope) }))
    .toSorted((a, b) => b.score - a.score);
  const top = hits[0]?.score ?? matters[0]?.hit.score ?? 0;
  const pool = createHitPool(hits);
  for (const { hit, share } of matters) pool.raise(hit, top * MATTER_SHARE * share);
  const leading = pool.ranked().slice(0, limit);
  if (leading.length === 0) return [];
  const related = await deps.index.related(leading, scope);
  pullNeighbours(pool, { hits: pool.ranked(), related });
  liftAmendments(pool, { hits: leading, related }, scope);
  return spreadSections(pool.ranked()).slice(0, limit);
}

/** What is restricted to this customer's state, plan or contract type was written for them. */
function weightOf(clause: PolicyClause, scope: PolicyScope): number {
  if (openRestrictions(clause, scope) !== 0) return 1;
  if (clause.states !== null) return STATE_WEIGHT;
  return clause.plans !== null || clause.contractTypes !== null ? PLAN_WEIGHT : 1;
}
