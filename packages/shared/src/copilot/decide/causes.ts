import type { ReadClause } from "../contract/contract-book.ts";
import type { Entry } from "../contract/entry.ts";
import type { Statement } from "../contract/statement.ts";
import { stemsOf } from "../language/tokens.ts";
import type { Case } from "./case.ts";
import { fitEntry } from "./fit.ts";

/** A statement that rules on a cause that was said. */
export interface CauseRuling {
  readonly owner: ReadClause;
  readonly statement: Statement;
  readonly entry: Entry;
}

/** The statements that leave out a cause that was said of the thing: its own section's first, then those for all things. */
export function refusedCauses(given: Case): CauseRuling[] {
  const { findings } = given;
  const failing = given.clauses.filter(
    (owner) => !findings.home.includes(owner) && isOfFailure(owner, given),
  );
  const own = [...findings.home, ...failing].flatMap((owner) => rulings(owner, given, "refuse"));
  if (own.length > 0) return own;
  const isBare = given.subject.head === null;
  return given.clauses
    .filter((owner) => !findings.home.includes(owner) && (isBare || speaksOfAll(owner, given)))
    .flatMap((owner) => rulings(owner, given, "refuse"));
}

/** A section of what the symptoms mean: that of stoppages, where something is backed up. */
function isOfFailure({ headings }: ReadClause, { question, lexicon }: Case): boolean {
  const things = question.symptoms.flatMap((id) => lexicon.concept("symptoms", id)?.fields.get("of") ?? []);
  const ids = things.map((name) => lexicon.books.things.get(stemsOf(name)));
  return headings.some(({ names }) => names.some((name) => ids.includes(name.at(-1)?.id ?? "-")));
}

function rulings(owner: ReadClause, given: Case, sense: Statement["sense"]): CauseRuling[] {
  return owner.statements
    .filter((statement) => statement.sense === sense)
    .flatMap((statement) =>
      statement.entries
        .filter((entry) => namesCause(entry, given))
        .map((entry) => ({ owner, statement, entry })),
    );
}

/** The causes that an entry names were said, of the thing that it names, if it names one. */
export function namesCause(entry: Entry, given: Case): boolean {
  const { question, lexicon, subject } = given;
  const isSaid = entry.causes.some((id) => question.causes.some((one) => lexicon.isA("causes", one, id)));
  if (!isSaid) return false;
  if (entry.isCause || entry.head < 0) return true;
  if (fitEntry(entry, given)) return true;
  const head = entry.terms[entry.head]?.id ?? "";
  return (
    GENERIC.has(head) ||
    subject.said.has(head) ||
    question.symptoms.includes(head) ||
    question.causes.includes(head)
  );
}

/** Heads that stand for anything that fails. */
const GENERIC = new Set(
  "home hous properti failur damag item covered defect problem loss condition system applianc breakdown equipment unit part".split(
    " ",
  ),
);

/** What the terms for all things give in spite of the cause, on their condition: "when you did not know of it". */
export function grantedCause(given: Case): CauseRuling | null {
  const all = given.clauses.filter((owner) => speaksOfAll(owner, given));
  const granted = all.flatMap((owner) => rulings(owner, given, "grant"));
  return (
    granted.find(({ owner, statement }) =>
      owner.statements.every(({ sense, unit }) => sense !== "refuse" || unit !== statement.unit),
    ) ?? null
  );
}

/** A section that is about no thing of its own rules on all of them. */
export function speaksOfAll(
  { headings, level, option }: ReadClause,
  { lexicon }: Pick<Case, "lexicon">,
): boolean {
  if (option !== null || level > 0) return false;
  const names = headings.at(-1)?.names.flat() ?? [];
  return !names.some(({ id, known }) => known && lexicon.concept("things", id)?.sort === "thing");
}
