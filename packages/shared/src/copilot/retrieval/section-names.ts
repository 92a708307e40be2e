import type { PolicyClause } from "../../domain/clause.ts";

const SEPARATOR = " › ";
/** Words of headings that name no item. */
const PLAIN = new Set(
  "a all an and any are by do for from how in is it not of on or other our systems system that the this to under unit what when which with covered coverage included limit limits your".split(
    " ",
  ),
);

/** The section that holds a clause, as a key; clauses right below the title share their document. */
export function sectionKey({ documentId, version, section }: PolicyClause): string {
  return [documentId, version, ...section.split(SEPARATOR).slice(0, -1)].join("\n");
}

/** Whether two clauses stand in one section of one document, below its title. */
export function sameSection(a: PolicyClause, b: PolicyClause): boolean {
  return a.section.includes(SEPARATOR) && sectionKey(a) === sectionKey(b);
}

/** The words that say what a clause is about: those of its own heading. */
export function headingWords({ section }: PolicyClause): ReadonlySet<string> {
  return itemWords(section.split(SEPARATOR).at(-1) ?? "");
}

/** The words of the heading above a clause's own; none right below the title. */
export function parentWords({ section }: PolicyClause): ReadonlySet<string> {
  return itemWords(section.split(SEPARATOR).at(-2) ?? "");
}

/** Words that may name an item, without a plural's ending. */
export function itemWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return new Set(words.filter((word) => !PLAIN.has(word)).map(singular));
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, "y").replace(/(?<=[sxz]|[cs]h)es$|s$/, "");
}
