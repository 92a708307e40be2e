import type { PolicyClause } from "../../domain/clause.ts";

const SEPARATOR = " › ";
const TEXTS_KEPT = 4_000;
/** Words of headings that name no item. */
const PLAIN = new Set(
  "a all an and any are by do for from how in is it not of on or other our systems system that the this to under unit what when which with covered coverage included limit limits your".split(
    " ",
  ),
);

const wordsByText = new Map<string, ReadonlySet<string>>();

/** The section that holds a clause, as a key; clauses right below the title share their document. */
export function sectionKey({ documentId, version, section }: PolicyClause): string {
  return `${documentId}\n${version}\n${above(section)}`;
}

/** Whether two clauses stand in one section of one document, below its title. */
export function sameSection(a: PolicyClause, b: PolicyClause): boolean {
  return (
    a.documentId === b.documentId &&
    a.version === b.version &&
    a.section.includes(SEPARATOR) &&
    above(a.section) === above(b.section)
  );
}

function lastOf(section: string): string {
  const end = section.lastIndexOf(SEPARATOR);
  return end < 0 ? section : section.slice(end + SEPARATOR.length);
}

/** The headings above a clause's own; none right below the title. */
function above(section: string): string {
  return section.slice(0, Math.max(0, section.lastIndexOf(SEPARATOR)));
}

/** The words that say what a clause is about: those of its own heading. */
export function headingWords({ section }: PolicyClause): ReadonlySet<string> {
  return itemWords(lastOf(section));
}

/** The words of the heading above a clause's own; none right below the title. */
export function parentWords({ section }: PolicyClause): ReadonlySet<string> {
  return itemWords(lastOf(above(section)));
}

/** Words that may name an item, without a plural's ending. The same few texts are asked for again and again. */
export function itemWords(text: string): ReadonlySet<string> {
  const known = wordsByText.get(text);
  if (known) return known;
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  const named = new Set(words.filter((word) => !PLAIN.has(word)).map(singular));
  if (wordsByText.size >= TEXTS_KEPT) wordsByText.clear();
  wordsByText.set(text, named);
  return named;
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$/, "y").replace(/(?<=[sxz]|[cs]h)es$|s$/, "");
}
