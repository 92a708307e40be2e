import type { PolicyClause, PolicyHead } from "../../domain/clause.ts";
import { documentsInScope, type PolicyScope } from "../../domain/policy-scope.ts";
import { nameKey, normaliseState } from "../../domain/us-state.ts";

/** Weight for each restriction that the scope leaves open: the clause may not be this customer's. */
const OPEN_RESTRICTION_WEIGHT = 0.7;
const SCOPES_KEPT = 256;

/** The clauses that answer in one scope. */
export interface ScopeFilter {
  /** By a clause's position: 0 for one that does not answer. */
  readonly weights: Float64Array;
  readonly documents: number;
  /** Positions of the clauses that were written for this plan; none while it is not known. */
  readonly planClauses: readonly number[];
}

/** Gives each scope's filter, worked out once while it is among the last that were asked for. */
export function createScopeFilters(clauses: readonly PolicyClause[]): (scope: PolicyScope) => ScopeFilter {
  const heads = new Map<string, PolicyHead>();
  const owners = clauses.map((clause) => {
    const key = `${clause.documentId}\n${clause.version}`;
    const head = heads.get(key) ?? clause;
    heads.set(key, head);
    return head;
  });
  const filters = new Map<string, ScopeFilter>();
  return (scope) => {
    const key = keyOf(scope);
    const known = filters.get(key);
    if (known) {
      filters.delete(key);
      filters.set(key, known);
      return known;
    }
    const filter = makeFilter([...heads.values()], owners, scope);
    filters.set(key, filter);
    const [oldest] = filters.keys();
    if (filters.size > SCOPES_KEPT && oldest !== undefined) filters.delete(oldest);
    return filter;
  };
}

function makeFilter(
  heads: readonly PolicyHead[],
  owners: readonly PolicyHead[],
  scope: PolicyScope,
): ScopeFilter {
  const found = documentsInScope(heads, scope);
  const weights = new Float64Array(owners.length);
  const planClauses: number[] = [];
  for (const [position, owner] of owners.entries()) {
    const open = found.get(owner);
    if (open === undefined) continue;
    weights[position] = OPEN_RESTRICTION_WEIGHT ** open;
    if (owner.plans !== null && scope.plan !== null) planClauses.push(position);
  }
  return { weights, documents: found.size, planClauses };
}

function keyOf({ plan, state, contractType, at }: PolicyScope): string {
  const part = (value: string | null, key: (value: string) => string) => (value === null ? null : key(value));
  return JSON.stringify([part(plan, nameKey), part(state, normaliseState), part(contractType, nameKey), at]);
}
