import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PolicyClause, PolicyDocument } from "@live-copilot/shared";
import {
  isSynonymsFile,
  type PolicyIndex,
  parsePolicyFile,
  parseSynonyms,
  type Synonyms,
} from "@live-copilot/shared/copilot";
import { openEvalIndex } from "./eval-index.ts";

/** Reads a samples folder's library into an index. Throws where a file of it cannot be read as policy. */
export async function indexLibrary(
  samplesFolder: string,
): Promise<{ index: PolicyIndex; synonyms: Synonyms; clauses: readonly PolicyClause[] }> {
  const folder = join(samplesFolder, "library");
  const documents: PolicyDocument[] = [];
  let synonyms: Synonyms = [];
  for (const name of (await readdir(folder)).filter((file) => /\.(?:md|txt)$/.test(file)).sort()) {
    const content = await readFile(join(folder, name), "utf8");
    if (isSynonymsFile(name)) {
      synonyms = parseSynonyms(name, content).groups ?? [];
      continue;
    }
    const { document, errors } = parsePolicyFile(name, content);
    if (document === undefined) throw new Error(`${name}: ${errors?.[0]?.message ?? "not readable"}`);
    documents.push(document);
  }
  const index = await openEvalIndex("samples");
  const clauses = documents.flatMap(({ clauses: own, ...head }) =>
    own.map((clause) => ({ ...head, ...clause })),
  );
  await index.rebuild(clauses, synonyms);
  return { index, synonyms, clauses };
}
