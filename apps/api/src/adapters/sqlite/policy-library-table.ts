import type { DatabaseSync } from "node:sqlite";
import type { PolicyDocument, PolicyHead, PolicySummary } from "@live-copilot/shared";
import { headOf, type StoredLibrary, type Synonyms, summaryOf } from "@live-copilot/shared/copilot";

/** The statements of the policy library. Writing ones do not raise the revision: `bump` does, once a change. */
export interface PolicyTable extends StoredLibrary {
  revision(): number;
  bump(): void;
  /** Versions that can answer, by document and version. */
  summaries(): PolicySummary[];
  /** The same as they are stored, in JSON. */
  answeringTexts(): string[];
  insert(document: PolicyDocument): void;
  /** Takes versions in or out of the answers. */
  setRetired(heads: readonly PolicyHead[], retired: boolean): void;
  /** Versions of a document, retired ones too. */
  versions(documentId: string): PolicyHead[];
  remove(head: PolicyHead): void;
  setSynonyms(groups: Synonyms): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS policy_versions (
    document_id TEXT NOT NULL,
    version TEXT NOT NULL,
    document TEXT NOT NULL,
    retired INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (document_id, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS policy_state (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
const REVISION = "revision";
const SYNONYMS = "synonyms";

export function createPolicyTable(database: DatabaseSync): PolicyTable {
  database.exec(SCHEMA);
  const state = database.prepare("SELECT value FROM policy_state WHERE name = ?");
  const setState = database.prepare("INSERT OR REPLACE INTO policy_state (name, value) VALUES (?, ?)");
  const one = database.prepare(
    "SELECT document, retired FROM policy_versions WHERE document_id = ? AND version = ?",
  );
  const answering = database.prepare(
    "SELECT document FROM policy_versions WHERE retired = 0 ORDER BY document_id, version",
  );
  const versions = database.prepare(
    "SELECT document FROM policy_versions WHERE document_id = ? ORDER BY version",
  );
  const insert = database.prepare(
    "INSERT INTO policy_versions (document_id, version, document) VALUES (?, ?, ?)",
  );
  const retire = database.prepare(
    "UPDATE policy_versions SET retired = ? WHERE document_id = ? AND version = ?",
  );
  const remove = database.prepare("DELETE FROM policy_versions WHERE document_id = ? AND version = ?");
  const read = (name: string) => {
    const { value } = state.get(name) ?? {};
    return value;
  };
  const revision = () => Number(read(REVISION) ?? 0);
  return {
    revision,
    bump: () => void setState.run(REVISION, String(revision() + 1)),
    answering: () => answering.all().map(documentOf).map(headOf),
    summaries: () => answering.all().map(documentOf).map(summaryOf),
    answeringTexts: () => answering.all().map(({ document }) => String(document)),
    find: (documentId, version) => {
      const row = one.get(documentId, version);
      const { retired } = row ?? {};
      return row ? { document: documentOf(row), retired: retired === 1 } : null;
    },
    insert: (document) => void insert.run(document.documentId, document.version, JSON.stringify(document)),
    setRetired: (heads, retired) => {
      for (const head of heads) retire.run(retired ? 1 : 0, head.documentId, head.version);
    },
    versions: (documentId) => versions.all(documentId).map(documentOf).map(headOf),
    remove: (head) => void remove.run(head.documentId, head.version),
    synonyms: () => JSON.parse(String(read(SYNONYMS) ?? "[]")),
    setSynonyms: (groups) => void setState.run(SYNONYMS, JSON.stringify(groups)),
  };
}

/** What stands in the table was checked before it was stored. */
function documentOf({ document }: Record<string, unknown>): PolicyDocument {
  return JSON.parse(String(document));
}
