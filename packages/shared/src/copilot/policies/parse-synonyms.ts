import type { Synonyms } from "../ports.ts";
import type { FileProblem } from "./file-problem.ts";

/** Name of the file in a library's folder that holds its synonyms. */
export const SYNONYMS_FILE = "synonyms.txt";

const MAX_WORDING = 100;

export type ParsedSynonyms =
  | { readonly groups: Synonyms; readonly errors?: never }
  | { readonly errors: readonly FileProblem[]; readonly groups?: never };

/** Reads a synonyms file: a group a line, its wordings separated by commas, `#` begins a comment. */
export function parseSynonyms(name: string, content: string): ParsedSynonyms {
  const errors: FileProblem[] = [];
  const groups: string[][] = [];
  for (const [index, line] of content
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const report = (message: string) => errors.push({ name, line: index + 1, message });
    const words = line.replace(/(^|\s)#.*$/, "").trim();
    if (words === "") continue;
    const group = [...new Set(words.split(",").map((wording) => wording.replace(/\s+/g, " ").trim()))];
    const long = group.find((wording) => wording.length > MAX_WORDING);
    if (long) report(`"${long.slice(0, 40)}…" is longer than ${MAX_WORDING} characters`);
    else if (group.includes(""))
      report("a comma with nothing before or after it: expected a word between commas");
    else if (group.length < 2)
      report(`"${words}" stands alone: expected two wordings or more, separated by commas`);
    else groups.push(group);
  }
  return errors.length > 0 ? { errors } : { groups };
}
