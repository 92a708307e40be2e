import type { PolicyClause } from "../../../domain/clause.ts";

/** Gives the positions of what may have to be read with a clause, of all documents and versions. */
export function createRelations(
  clauses: readonly PolicyClause[],
): (clause: PolicyClause) => readonly number[] {
  const byId = positionsBy(clauses, ({ clauseId }) => clauseId);
  const byAmended = positionsBy(clauses, ({ amends }) => amends);
  const bySection = positionsBy(clauses, (clause) =>
    clause.kind === "exclusion" || clause.kind === "limit" ? sectionKey(clause) : undefined,
  );
  const conditions = positionsBy(clauses, (clause) =>
    clause.kind === "condition" ? documentKey(clause) : undefined,
  );
  return (clause) => [
    ...(clause.amends === undefined ? [] : (byId.get(clause.amends) ?? [])),
    ...(byAmended.get(clause.clauseId) ?? []),
    ...(bySection.get(sectionKey(clause) ?? "") ?? []),
    ...(conditions.get(documentKey(clause)) ?? []),
  ];
}

/** The section that holds a clause; undefined for one that stands right below its document's title. */
function sectionKey(clause: PolicyClause): string | undefined {
  const end = clause.section.lastIndexOf(" › ");
  return end < 0 ? undefined : `${documentKey(clause)}\n${clause.section.slice(0, end)}`;
}

function documentKey({ documentId, version }: PolicyClause): string {
  return `${documentId}\n${version}`;
}

function positionsBy(
  clauses: readonly PolicyClause[],
  keyOf: (clause: PolicyClause) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  for (const [position, clause] of clauses.entries()) {
    const key = keyOf(clause);
    if (key === undefined) continue;
    const known = positions.get(key);
    if (known) known.push(position);
    else positions.set(key, [position]);
  }
  return positions;
}
