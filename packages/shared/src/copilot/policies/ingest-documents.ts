import { changedParts } from "../../domain/changed-parts.ts";
import type { PolicyDocument } from "../../domain/clause.ts";
import { CopilotError } from "../../domain/errors.ts";
import type { LibraryChange, PolicyLibrary, Synonyms } from "../ports.ts";
import type { FileProblem } from "./file-problem.ts";
import { parsePolicyFile } from "./parse-policy-file.ts";
import { parseSynonyms, SYNONYMS_FILE } from "./parse-synonyms.ts";

/** A file as it was uploaded or read: a policy document, or the library's synonyms by the name `synonyms.txt`. */
export interface PolicyFile {
  readonly name: string;
  readonly content: string;
}

export interface IngestOptions {
  /** The files are the whole library: documents that are not among them are retired, synonyms too. */
  readonly retireMissing: boolean;
}

interface ReadFile {
  readonly name: string;
  readonly document: PolicyDocument;
}

/**
 * Reads the files, checks them all and stores them in one step, or nothing. Ingesting the same files again changes
 * nothing. Throws CopilotError BAD_REQUEST with every problem in `fields`, each as `name:line`, and UNAVAILABLE when
 * the library cannot be reached.
 */
export async function ingestDocuments(
  deps: { readonly library: PolicyLibrary },
  files: readonly PolicyFile[],
  { retireMissing }: IngestOptions,
): Promise<LibraryChange> {
  const problems: FileProblem[] = [];
  const read: ReadFile[] = [];
  let synonyms: Synonyms | undefined = retireMissing ? [] : undefined;
  for (const { name, content } of files) {
    if (isSynonymsFile(name)) {
      const parsed = parseSynonyms(name, content);
      synonyms = parsed.groups;
      problems.push(...(parsed.errors ?? []));
    } else {
      const parsed = parsePolicyFile(name, content);
      if (parsed.document) read.push({ name, document: parsed.document });
      problems.push(...(parsed.errors ?? []));
    }
  }
  problems.push(...findDoubles(read), ...(await findChanged(deps.library, read)));
  if (problems.length > 0) throw badFiles(problems);
  const documents = read.map(({ document }) => document);
  return await deps.library.put(documents, { retireOthers: retireMissing, ...(synonyms && { synonyms }) });
}

/** Whether a file holds the library's synonyms rather than a document. */
export function isSynonymsFile(name: string): boolean {
  return name.split(/[\\/]/).at(-1)?.toLowerCase() === SYNONYMS_FILE;
}

/** Two files that give the same version of one document. */
function findDoubles(read: readonly ReadFile[]): FileProblem[] {
  const problems: FileProblem[] = [];
  const first = new Map<string, string>();
  for (const { name, document } of read) {
    const key = `${document.documentId}@${document.version}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, name);
    else
      problems.push({
        name,
        line: 1,
        message: `version ${document.version} of ${document.documentId} is also in ${other}`,
      });
  }
  return problems;
}

/** Versions that the library has already, with other words: a version never changes, or old citations would lie. */
async function findChanged(library: PolicyLibrary, read: readonly ReadFile[]): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  for (const { name, document } of read) {
    const { documentId, version } = document;
    const stored = await library.document(documentId, version);
    const parts = stored ? changedParts(stored, document) : [];
    if (parts.length === 0) continue;
    const message = `version ${version} of ${documentId} is already there with other words (${parts.join(", ")}); give the new text a new version`;
    problems.push({ name, line: 1, message });
  }
  return problems;
}

function badFiles(problems: readonly FileProblem[]): CopilotError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new CopilotError("BAD_REQUEST", `Nothing was stored: ${count} in the documents.`, {
    fields: problems.map(({ name, line, message }) => ({ field: `${name}:${line}`, expected: message })),
  });
}
