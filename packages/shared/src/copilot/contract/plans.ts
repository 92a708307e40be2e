import type { PolicyClause } from "../../domain/clause.ts";

const NAMED =
  /\b(?:[Tt]he|[Oo]ur|[Yy]our|[Ww]ith|[Uu]nder)\s+((?:[A-Z][\w+]*)(?:\s+[A-Z][\w+]*){0,2})\s+(?:plan|cover|tier|package)\b/g;
/** "Plan A includes", "Gold Plan: includes", "the ShieldPlus Plan covers": a plan by its place in a sentence. */
const SUBJECT =
  /(?:^|[.;]\s+|\n)(?:The\s+)?((?:Plan\s+(?:[A-Z]|\d|[IVX]+)|(?:[A-Z][\w+]*\s+){1,3}Plan))\s*(?::|includes?\b|covers?\b|contains?\b|adds?\b)/g;
const COLUMN = /^\|(.+)\|\s*$/m;
const NO_PLAN =
  /^(?:covered item|item|included|limit|notes?|what|cost|price|amount|service|fee|options?|coverage|yes|no)s?$/i;

/** The plans that a library tells apart: those of its documents' heads, and those that its sentences and tables name. */
export function findPlans(clauses: readonly PolicyClause[]): readonly string[] {
  const found = new Map<string, string>();
  const note = (name: string) => {
    const plain = name.replace(/\s+plan$/i, "").trim();
    if (plain !== "" && !found.has(plain.toLowerCase())) found.set(plain.toLowerCase(), plain);
  };
  for (const { plans } of clauses) for (const plan of plans ?? []) note(plan);
  for (const { text } of clauses) {
    for (const [, name] of text.matchAll(NAMED))
      if (name && !/^(?:Plan|Home|Covered|This|Each)\b/.test(name)) note(name);
  }
  for (const { text } of clauses) {
    for (const [, name] of text.matchAll(SUBJECT))
      if (name && !/^(?:Home|Covered|This|Each|Your|Our|Any|No|Every)\b/.test(name)) note(name);
  }
  for (const { text } of clauses) for (const name of listedIn(text)) note(name);
  for (const { text } of clauses) for (const name of columnsOf(text)) note(name);
  return [...found.values()];
}

/** "One of three plans: Maple, Oak or Sequoia". */
const LISTED =
  /\b(?:plans|levels|tiers|packages)(?: (?:of cover|of coverage|to choose from|available))?\s*:\s*((?:[A-Z][\w+]*(?:\s[A-Z][\w+]*){0,2})(?:(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+)(?:[A-Z][\w+]*(?:\s[A-Z][\w+]*){0,2}))+)/g;

function listedIn(text: string): string[] {
  return [...text.matchAll(LISTED)].flatMap(([, names = ""]) =>
    names
      .split(/,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/)
      .filter((name) => name.length > 1 && name.length < 30),
  );
}

/** The columns of a comparison whose cells are marks: its plans. */
function columnsOf(text: string): string[] {
  const header = COLUMN.exec(text)?.[1];
  if (
    header === undefined ||
    !/\|\s*(?:[✓✔✗✘—–-]|yes|no|included|\$[\d,]+)\s*\|/iu.test(
      text.slice(text.indexOf(header) + header.length + 8),
    )
  )
    return [];
  const [, ...columns] = header.split("|").map((cell) => cell.trim());
  return columns.filter((cell) => cell !== "" && cell.length < 30 && !NO_PLAN.test(cell));
}
