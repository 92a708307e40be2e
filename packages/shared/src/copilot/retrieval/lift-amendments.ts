import type { PolicyClause, PolicyHit } from "../../domain/clause.ts";
import { openRestrictions } from "../../domain/policy-scope.ts";
import type { PolicyScope } from "../ports.ts";
import type { HitPool } from "./hit-pool.ts";

/** An amendment's score, of that of the clause which it changes. */
const STATE_LIFT = 1.06;
const PLAN_LIFT = 1.03;
/** A limit takes nothing of the grant back: it stands right after. */
const LIMIT_LIFT = 0.97;
/** One that may not be this customer's stands after. */
const OPEN_LIFT = 0.9;
/** The amended clause's score, of that of the amendment which brought it. */
const AMENDED_SHARE = 0.9;

/**
 * Puts what changes a clause before it, the state's amendment before the plan's, and takes in what a found
 * amendment changes: an answer needs both.
 */
export function liftAmendments(
  pool: HitPool,
  { hits, related }: { readonly hits: readonly PolicyHit[]; readonly related: readonly PolicyClause[] },
  scope: PolicyScope,
): void {
  const near = [...hits, ...related];
  for (const hit of hits) {
    if (hit.amends === undefined) continue;
    const amended = related.filter((clause) => clause.clauseId === hit.amends);
    for (const clause of amended) pool.raise(clause, hit.score * AMENDED_SHARE);
  }
  const amendments = Map.groupBy(near, ({ amends }) => amends);
  for (const clause of near) {
    const score = pool.scoreOf(clause);
    if (score === undefined) continue;
    for (const amendment of amendments.get(clause.clauseId) ?? []) {
      pool.raise(amendment, score * liftOf(amendment, clause, scope));
    }
  }
}

function liftOf(amendment: PolicyClause, amended: PolicyClause, scope: PolicyScope): number {
  if (openRestrictions(amendment, scope) !== 0) return OPEN_LIFT;
  if (amendment.states !== null) return STATE_LIFT;
  return amendment.kind === "limit" && amended.kind === "coverage" ? LIMIT_LIFT : PLAN_LIFT;
}
