import type { PolicyHit } from "../../domain/clause.ts";
import { openRestrictions } from "../../domain/policy-scope.ts";
import type { PolicyIndex, PolicyQuery } from "../ports.ts";

/** The more special document comes first where scores are comparable: within these factors. */
const STATE_WEIGHT = 1.2;
const PLAN_WEIGHT = 1.1;

/** The clauses nearest to a question's words, best first; special documents before general ones. Throws what the index throws. */
export async function nearestClauses(
  deps: { readonly index: Pick<PolicyIndex, "search"> },
  query: PolicyQuery,
): Promise<PolicyHit[]> {
  const found = await deps.index.search({ ...query, limit: 2 * query.limit });
  return found
    .map((hit) => {
      const isOpen = openRestrictions(hit, query.scope) !== 0;
      const isPlans = hit.plans !== null || hit.contractTypes !== null;
      const weight = isOpen ? 1 : hit.states !== null ? STATE_WEIGHT : isPlans ? PLAN_WEIGHT : 1;
      return { ...hit, score: hit.score * weight };
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, query.limit);
}
