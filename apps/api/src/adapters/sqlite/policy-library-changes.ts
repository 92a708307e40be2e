import { CopilotError, changedParts, type PolicyDocument, type PolicyHead } from "@live-copilot/shared";
import type { LibraryChange, LibraryPut, Synonyms } from "@live-copilot/shared/copilot";
import { headOf, type PolicyTable } from "./policy-library-table.ts";

/** Each of these runs in one transaction and raises the revision when something changed. */
export function putDocuments(
  table: PolicyTable,
  documents: readonly PolicyDocument[],
  also: LibraryPut = {},
): LibraryChange {
  const added: PolicyHead[] = [];
  const unchanged: PolicyHead[] = [];
  const back: PolicyHead[] = [];
  for (const document of documents) {
    const head = headOf(document);
    const stored = table.find(document.documentId, document.version);
    if (!stored) {
      table.insert(document);
      added.push(head);
      continue;
    }
    if (changedParts(stored.document, document).length > 0) throw alreadyThere(head);
    unchanged.push(head);
    if (stored.retired) back.push(head);
  }
  table.setRetired(back, false);
  const retired = also.retireOthers ? retireAllBut(table, documents) : [];
  const newWords = also.synonyms !== undefined && storeSynonyms(table, also.synonyms);
  if (added.length + back.length + retired.length > 0 || newWords) table.bump();
  return { added, unchanged, retired };
}

export function retireDocuments(table: PolicyTable, documentIds: readonly string[]): readonly PolicyHead[] {
  const wanted = new Set(documentIds);
  const retired = retireWhere(table, (documentId) => wanted.has(documentId));
  if (retired.length > 0) table.bump();
  return retired;
}

export function removeDocument(
  table: PolicyTable,
  documentId: string,
  version?: string,
): readonly PolicyHead[] {
  const removed = table
    .versions(documentId)
    .filter((head) => version === undefined || head.version === version);
  for (const head of removed) table.remove(head);
  if (removed.length > 0) table.bump();
  return removed;
}

export function replaceSynonyms(table: PolicyTable, groups: Synonyms): void {
  if (storeSynonyms(table, groups)) table.bump();
}

function retireAllBut(table: PolicyTable, documents: readonly PolicyDocument[]): PolicyHead[] {
  const kept = new Set(documents.map(({ documentId }) => documentId));
  return retireWhere(table, (documentId) => !kept.has(documentId));
}

function retireWhere(table: PolicyTable, gone: (documentId: string) => boolean): PolicyHead[] {
  const retired = table
    .answering()
    .filter(({ documentId }) => gone(documentId))
    .map(headOf);
  table.setRetired(retired, true);
  return retired;
}

/** Gives whether they differ from those that were there. */
function storeSynonyms(table: PolicyTable, groups: Synonyms): boolean {
  const json = JSON.stringify(groups);
  if (json === JSON.stringify(table.synonyms())) return false;
  table.setSynonyms(json);
  return true;
}

function alreadyThere({ documentId, version }: PolicyHead): CopilotError {
  return new CopilotError(
    "CONFLICT",
    `Version ${version} of ${documentId} is already there with other words; give the new text a new version.`,
    {
      fields: [
        { field: `${documentId}@${version}`, expected: "the words that are stored, or a new version" },
      ],
    },
  );
}
