import type { Clause, PolicyDocument, PolicyHead } from "./clause.ts";

const HEAD_FIELDS = ["title", "plans", "states", "contractTypes", "effectiveFrom", "effectiveTo"] as const;
const CLAUSE_FIELDS = ["section", "kind", "text", "amends"] as const;
const MAX_NAMED = 5;

/** What differs between two texts of one version: fields of the head, `clause <id>`. Empty when nothing does. */
export function changedParts(stored: PolicyDocument, given: PolicyDocument): readonly string[] {
  const fields = HEAD_FIELDS.filter((field) => !sameValue(stored[field], given[field]));
  const before = new Map(stored.clauses.map((clause) => [clause.clauseId, clause]));
  const after = new Map(given.clauses.map((clause) => [clause.clauseId, clause]));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const clauses = ids.filter((id) => !sameClause(before.get(id), after.get(id))).map((id) => `clause ${id}`);
  const parts = [...fields, ...clauses];
  if (parts.length > 0) return parts.slice(0, MAX_NAMED);
  return ids.every((id, index) => given.clauses[index]?.clauseId === id) ? [] : ["order of the clauses"];
}

function sameClause(stored: Clause | undefined, given: Clause | undefined): boolean {
  if (!stored || !given) return false;
  return CLAUSE_FIELDS.every((field) => stored[field] === given[field]);
}

/** Lists are compared as sets of names: in which order plans are written does not matter. */
function sameValue(a: PolicyHead[keyof PolicyHead], b: PolicyHead[keyof PolicyHead]): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}
