import type { PolicyClause, PolicyDocument, PolicyHead, PolicySummary } from "../../domain/clause.ts";

/** Characters of stored documents that are read before others get their turn: about 1 ms. */
const PIECE = 100_000;

/** A document without its clauses. */
export function headOf({ clauses: _, ...head }: PolicyDocument): PolicyHead {
  return head;
}

/** A document as a list shows it. */
export function summaryOf(document: PolicyDocument): PolicySummary {
  return { ...headOf(document), clauseCount: document.clauses.length };
}

/**
 * Every clause of stored documents, which are given as the JSON that they were checked to be before they were stored.
 * Reads them a piece at a time with `rest` in between: the index is rebuilt while calls are answered.
 */
export async function readClauses(
  texts: readonly string[],
  rest: () => Promise<unknown>,
): Promise<PolicyClause[]> {
  const clauses: PolicyClause[] = [];
  let read = 0;
  for (const text of texts) {
    for (const clause of clausesOf(JSON.parse(text))) clauses.push(clause);
    read += text.length;
    if (read < PIECE) continue;
    read = 0;
    await rest();
  }
  return clauses;
}

function clausesOf(document: PolicyDocument): PolicyClause[] {
  const head = headOf(document);
  return document.clauses.map((clause) => ({ ...head, ...clause }));
}
