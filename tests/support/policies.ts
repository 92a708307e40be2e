import type { Clause, PolicyClause, PolicyDocument, PolicyHead } from "@live-copilot/shared";

const HEAD: PolicyHead = {
  documentId: "terms",
  title: "Terms",
  version: "1",
  plans: null,
  states: null,
  contractTypes: null,
};

/** A clause with what a test does not care about filled in. */
export function clauseOf(clauseId: string, rest: Partial<Clause> = {}): Clause {
  return { clauseId, section: clauseId, kind: "coverage", text: `We cover ${clauseId}.`, ...rest };
}

/** A document for everyone, with one clause, unless a test says otherwise. */
export function documentOf(rest: Partial<PolicyDocument> = {}): PolicyDocument {
  return { ...HEAD, clauses: [clauseOf("pipes")], ...rest };
}

/** The clauses of documents as an index takes them. */
export function clausesOf(...documents: readonly PolicyDocument[]): PolicyClause[] {
  return documents.flatMap(({ clauses, ...head }) => clauses.map((clause) => ({ ...head, ...clause })));
}
