import {
  documentsInScope,
  nameKey,
  normaliseState,
  openRestrictions,
  type PolicyClause,
  type PolicyHead,
  type PolicyScope,
} from "@live-copilot/shared";
import { ANY, filterKey, versionKey } from "./clause-row.ts";

const SCOPES_KEPT = 256;

/**
 * Gives each scope's expression, worked out once while it is among the last that were asked for. It narrows a search
 * to what may answer: the customer's restrictions, without the versions that are not in force. What exactly answers,
 * and with what weight, the scope filter says; so the expression may let too much through, never too little.
 */
export function createScopeExpressions(clauses: readonly PolicyClause[]): (scope: PolicyScope) => string {
  const heads = [...new Map(clauses.map((clause) => [versionKey(clause), clause])).values()];
  const expressions = new Map<string, string>();
  return (scope) => {
    const key = JSON.stringify([scope.plan, scope.state, scope.contractType, scope.at]);
    const expression = expressions.get(key) ?? scopeExpression(heads, scope);
    expressions.delete(key);
    expressions.set(key, expression);
    const [oldest] = expressions.keys();
    if (expressions.size > SCOPES_KEPT && oldest !== undefined) expressions.delete(oldest);
    return expression;
  };
}

function scopeExpression(heads: readonly PolicyHead[], scope: PolicyScope): string {
  const answering = documentsInScope(heads, scope);
  const outdated = heads.filter((head) => !answering.has(head) && openRestrictions(head, scope) !== null);
  const parts = [
    ...(scope.plan === null ? [] : [oneOf("plans", nameKey(scope.plan))]),
    oneOf("states", ...(scope.state === null ? [] : [normaliseState(scope.state)])),
    ...(scope.contractType === null ? [] : [oneOf("contract_types", nameKey(scope.contractType))]),
    ...(outdated.length === 0 ? [] : [`version not in [${outdated.map(versionKey).map(quoted).join(", ")}]`]),
  ];
  return parts.join(" and ");
}

/** An unknown state lets no state's own documents through: they do not answer then. */
function oneOf(field: string, ...names: readonly string[]): string {
  return `array_contains_any(${field}, [${[ANY, ...names.map(filterKey)].map(quoted).join(", ")}])`;
}

/** Keys are letters, digits, spaces, `#` and `*` only. */
function quoted(key: string): string {
  return `"${key}"`;
}
