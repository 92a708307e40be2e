import { isFunctionWord } from "../../language/function-words.ts";
import { spokenNumber } from "../../language/money.ts";
import { stemsOf } from "../../language/tokens.ts";
import type { Case } from "../case.ts";
import { namesCause } from "../causes.ts";
import type { Finding } from "../findings.ts";
import { fitEntry } from "../fit.ts";
import { givenBack } from "../given-back.ts";
import { listsFor } from "../plan-lists.ts";
import { proofOf } from "../proofs.ts";
import { reliefFrom } from "../relief.ts";
import type { Rule } from "../rules.ts";
import type { Verdict } from "../verdict.ts";

/** The contract leaves the thing out by its name, and what narrows the name was said, too. */
export const excludedByName: Rule = (given) => {
  const named = given.findings.refusals.filter((one) => isNamed(one, given));
  const best = named.toSorted((a, b) => (b.fit?.matched ?? 0) - (a.fit?.matched ?? 0))[0];
  if (!best?.entry) return null;
  // The plan that names cooktops names no induction cooktop that its section leaves out.
  const head = best.entry.terms[best.entry.head]?.id ?? "";
  const isNarrower =
    head !== given.subject.head && given.lexicon.isA("things", head, given.subject.head ?? "-");
  const isPlain = (best.fit?.matched ?? 0) === 0 && !hasNarrowing(best.entry);
  if (!isNarrower && isPlain && isInPlan(given)) return null;
  const excepted = exceptedFrom(best, given);
  if (excepted) return excepted;
  const relief = reliefFrom(
    best.statement.clause,
    given,
    best.entry.causes.length > 0 ? [] : best.entry.narrowed.map(({ id }) => id),
  );
  if (relief) return relief;
  return {
    decision: "No",
    rule: "excluded-by-name",
    why: { why: "excluded", what: best.entry.text },
    proofs: [proofOf(best.statement, best.entry)],
  };
};

/** "A boiler that is more than 15 years old": not just any boiler. */
function hasNarrowing({ text, narrowed }: NonNullable<Finding["entry"]>): boolean {
  return OLDER.test(text) || narrowed.some(({ id }) => !isFunctionWord(id));
}

/** "Polybutylene pipe, except that we stop an active leak in it": the same sentence gives something back. */
function exceptedFrom(best: Finding, given: Case): Verdict | null {
  const back = givenBack(best, given, ({ terms, narrowed }) =>
    [...terms, ...narrowed].some(({ id }) => given.subject.own.has(id)),
  );
  if (!back) return null;
  const condition = back.entries.map(({ text }) => text).join(", ");
  return {
    decision: "Partial",
    rule: "excepted",
    why: { why: "open-exclusion", what: `${best.entry?.text ?? ""}, except ${condition}` },
    proofs: [proofOf(best.statement, best.entry), proofOf(back, back.entries[0] ?? null)],
  };
}

/** The customer's plan names the thing among what it adds. */
function isInPlan(given: Case): boolean {
  const { own } = listsFor(given.findings.planLists, given.scope.plan);
  return own.some(
    ({ sense, entries }) =>
      sense === "grant" &&
      entries.some((entry) => {
        const fit = fitEntry(entry, given);
        return fit !== null && fit.relation === "same" && fit.missing.length === 0;
      }),
  );
}

function isNamed({ owner, entry, fit }: Finding, given: Case): boolean {
  if (!entry || !fit || fit.missing.length > 0) return false;
  if (isOwnItem(owner, entry, given)) return false;
  // The drain of a tub is no tub, where drains have a grant of their own.
  if (
    fit.relation === "whole" &&
    given.findings.grants.some((one) => /^(?:same|kind)$/.test(one.fit?.relation ?? ""))
  )
    return false;
  if (fit.relation !== "same" && fit.relation !== "kind" && fit.relation !== "whole") return false;
  return narrowingSaid(entry, given);
}

/** A section that grants an item does not leave out just that item: "not covered: as for the kitchen refrigerator". */
function isOwnItem(
  owner: Finding["owner"],
  entry: NonNullable<Finding["entry"]>,
  { question, subject, lexicon, findings }: Case,
): boolean {
  if (!findings.grants.some((grant) => grant.owner === owner)) return false;
  const head = entry.terms[entry.head]?.id ?? "";
  const names = owner.headings.at(-1)?.names.map((name) => name.at(-1)?.id ?? "-") ?? [];
  const title = new Set(stemsOf(owner.headings.at(-1)?.title ?? ""));
  const said = stemsOf(question.thing?.said ?? "");
  // Asked by the words of the heading, what the section leaves out by fewer of them is a part of it.
  if (said.length > 1 && said.every((stem) => title.has(stem)) && stemsOf(entry.text).length < said.length)
    return true;
  const isItem = names.includes(subject.head ?? "");
  return (
    isItem &&
    entry.terms.length === 1 &&
    lexicon.isA("things", subject.head ?? "", head) &&
    entry.narrowing === ""
  );
}

const OLDER = /\b(?:over|older than|more than) (\d{1,3}) years?\b/i;

/** How old the caller says that it is, in years. */
function yearsTold(told: string): number | null {
  const said =
    /\b((?:\d{1,3}|[a-z]+(?:[ -][a-z]+)?)) (?:years?|yrs?) old\b|\b(?:about|over|around|nearly|must be|almost|at least|like|is|its) ((?:\d{1,3}|(?:twenty|thirty|forty)(?:[ -][a-z]+)?|[a-z]+teen|ten|eleven|twelve)) (?:years?|yrs?)\b(?! (?:ago|lease))/i
      .exec(told)
      ?.slice(1)
      .find((one) => one !== undefined);
  if (said === undefined) return null;
  // "Is eighteen years old": the word before belongs to the number only in "twenty two".
  return /^\d/.test(said)
    ? Number(said)
    : (spokenNumber(said) ?? spokenNumber(said.split(/[ -]/).at(-1) ?? ""));
}

/** Whether the words that narrow a name were said: half of them, or the cause that they name. */
export function narrowingSaid(entry: NonNullable<Finding["entry"]>, given: Case): boolean {
  const age = OLDER.exec(entry.text)?.[1];
  if (age !== undefined) return (yearsTold(given.question.told) ?? 0) > Number(age);
  if (entry.causes.length > 0) return namesCause(entry, given);
  const content = entry.narrowed.filter(({ id }) => !isFunctionWord(id));
  if (content.length === 0) return true;
  const isSaid = (id: string) => given.subject.said.has(id) || given.subject.own.has(id);
  const said = content.filter(({ id }) => isSaid(id)).length;
  // "Clocks (unless they affect the oven)": left out, but for what was not said.
  if (/^\(?\s*(?:unless|except)\b/i.test(entry.narrowing)) return said / content.length < 0.5;
  return said / content.length >= 0.5 || anAlternativeSaid(entry.narrowing, isSaid);
}

/** Words that only join a name to what narrows it. */
const JOINING = new Set(stemsOf("associated related connected used equipped with type kind"));

/** "Associated with intercoms or cameras": one of them is enough. */
function anAlternativeSaid(narrowing: string, isSaid: (stem: string) => boolean): boolean {
  if (!/\bor\b/i.test(narrowing)) return false;
  return narrowing.split(/,|\bor\b/i).some((part) => {
    const stems = stemsOf(part).filter((stem) => !isFunctionWord(stem) && !JOINING.has(stem));
    return stems.length > 0 && stems.every(isSaid);
  });
}
