import { setImmediate } from "node:timers/promises";
import { type PolicyLibrary, readClauses } from "@live-copilot/shared/copilot";
import { openDatabase } from "./open-database.ts";
import { putDocuments, removeDocument, replaceSynonyms, retireDocuments } from "./policy-library-changes.ts";
import { createPolicyTable } from "./policy-library-table.ts";
import { guarded, inTransaction } from "./transaction.ts";

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
    list: () => read(() => table.summaries()),
    document: (documentId, version) => read(() => table.find(documentId, version)?.document ?? null),
    clauses: async () => {
      const texts = await read(() => table.answeringTexts());
      return await readClauses(texts, () => setImmediate());
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
