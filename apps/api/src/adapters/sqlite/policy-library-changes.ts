import type { PolicyDocument, PolicyHead } from "@live-copilot/shared";
import {
  isChange,
  type LibraryChange,
  type LibraryPlan,
  type LibraryPut,
  planPut,
  planRetire,
  planSynonyms,
  type Synonyms,
} from "@live-copilot/shared/copilot";
import type { PolicyTable } from "./policy-library-table.ts";

/** Each of these runs in one transaction and raises the revision when something changed. */
export function putDocuments(
  table: PolicyTable,
  documents: readonly PolicyDocument[],
  also?: LibraryPut,
): LibraryChange {
  const { plan, change } = planPut(table, documents, also);
  carryOut(table, plan);
  return change;
}

export function retireDocuments(table: PolicyTable, documentIds: readonly string[]): readonly PolicyHead[] {
  const plan = planRetire(table, documentIds);
  carryOut(table, plan);
  return plan.retire;
}

export function removeDocument(
  table: PolicyTable,
  documentId: string,
  version?: string,
): readonly PolicyHead[] {
  const remove = table
    .versions(documentId)
    .filter((head) => version === undefined || head.version === version);
  carryOut(table, { remove });
  return remove;
}

export function replaceSynonyms(table: PolicyTable, groups: Synonyms): void {
  carryOut(table, planSynonyms(table, groups));
}

function carryOut(table: PolicyTable, plan: LibraryPlan): void {
  if (!isChange(plan)) return;
  for (const document of plan.insert ?? []) table.insert(document);
  for (const head of plan.remove ?? []) table.remove(head);
  table.setRetired(plan.restore ?? [], false);
  table.setRetired(plan.retire ?? [], true);
  if (plan.synonyms) table.setSynonyms(plan.synonyms);
  table.bump();
}
