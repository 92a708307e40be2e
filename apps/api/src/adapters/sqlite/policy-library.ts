import { setImmediate } from "node:timers/promises";
import type { PolicyClause, PolicyDocument } from "@live-copilot/shared";
import type { PolicyLibrary } from "@live-copilot/shared/copilot";
import { openDatabase } from "./open-database.ts";
import { putDocuments, removeDocument, replaceSynonyms, retireDocuments } from "./policy-library-changes.ts";
import { createPolicyTable, headOf } from "./policy-library-table.ts";
import { guarded, inTransaction } from "./transaction.ts";

/** Characters of stored documents that are read before others get their turn: about 1 ms. */
const PIECE = 100_000;

/**
 * The policy library in a database file (`:memory:`: gone with its process). Several processes may use one file;
 * each sees what another stored by its next call. Disposing of it closes the file.
 */
export function openPolicyLibrary(path: string): PolicyLibrary & AsyncDisposable {
  const database = openDatabase(path);
  const table = createPolicyTable(database);
  const read = <T>(work: () => T) => guarded("The policy library", work);
  const write = <T>(work: () => T) => read(() => inTransaction(database, work));
  return {
    revision: () => read(() => table.revision()),
    list: () => read(() => table.answering().map(summaryOf)),
    document: (documentId, version) => read(() => table.find(documentId, version)?.document ?? null),
    clauses: async () => {
      const texts = await read(() => table.answeringTexts());
      return await readClauses(texts);
    },
    put: (documents, also) => write(() => putDocuments(table, documents, also)),
    retire: (documentIds) => write(() => retireDocuments(table, documentIds)),
    remove: (documentId, version) => write(() => removeDocument(table, documentId, version)),
    synonyms: () => read(() => table.synonyms()),
    setSynonyms: (groups) => write(() => replaceSynonyms(table, groups)),
    [Symbol.asyncDispose]: async () => {
      if (database.isOpen) database.close();
    },
  };
}

/** Reads the stored documents a piece at a time: the index is rebuilt while calls are answered. */
async function readClauses(texts: readonly string[]): Promise<PolicyClause[]> {
  const clauses: PolicyClause[] = [];
  let read = 0;
  for (const text of texts) {
    for (const clause of clausesOf(JSON.parse(text))) clauses.push(clause);
    read += text.length;
    if (read < PIECE) continue;
    read = 0;
    await setImmediate();
  }
  return clauses;
}

function summaryOf(document: PolicyDocument) {
  return { ...headOf(document), clauseCount: document.clauses.length };
}

function clausesOf(document: PolicyDocument): PolicyClause[] {
  const head = headOf(document);
  return document.clauses.map((clause) => ({ ...head, ...clause }));
}
