import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CopilotError } from "@live-copilot/shared";
import { isSynonymsFile, type PolicyFile } from "@live-copilot/shared/copilot";

/**
 * Reads a library's folder with its subfolders: every `.md` file and `synonyms.txt`, by name. Other files, hidden
 * ones and `README.md` are left alone. Throws CopilotError BAD_REQUEST when there is nothing to ingest, so that a
 * mistyped folder never empties the library.
 */
export async function readLibraryFolder(
  folder: string,
  onRead?: (name: string, done: number, total: number) => void,
): Promise<readonly PolicyFile[]> {
  const names = await listFolder(folder);
  const files: PolicyFile[] = [];
  for (const name of names) {
    files.push({ name, content: await readFile(join(folder, name), "utf8") });
    onRead?.(name, files.length, names.length);
  }
  return files;
}

async function listFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new CopilotError("BAD_REQUEST", `The folder ${folder} cannot be read.`, { cause: error });
  });
  const names = entries.filter(isLibraryFile).sort();
  if (names.some((name) => name.endsWith(".md"))) return names;
  throw new CopilotError("BAD_REQUEST", `There is no .md file in ${folder}: nothing to ingest.`);
}

function isLibraryFile(name: string): boolean {
  const parts = name.split(/[\\/]/);
  if (parts.some((part) => part.startsWith("."))) return false;
  if (parts.at(-1)?.toLowerCase() === "readme.md") return false;
  return name.endsWith(".md") || isSynonymsFile(name);
}
