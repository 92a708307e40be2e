import { amountsIn } from "../../contract/amounts.ts";
import { samePlan } from "../../contract/contract-book.ts";
import type { Statement } from "../../contract/statement.ts";
import { isFunctionWord } from "../../language/function-words.ts";
import { stemsOf } from "../../language/tokens.ts";
import type { Case } from "../case.ts";
import { fitEntry, isMerelyLikely } from "../fit.ts";
import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";

/** The thing's section helps only who bought its option. */
export const heldByOption: Rule = (given) => {
  const [section] = given.findings.home;
  const cell = optionCell(given);
  const option = section?.option ?? (cell ? (cell.unit.cell?.row ?? null) : null);
  if (option === null) return null;
  const held = isHeld(option, given);
  if (held === true) return null;
  const general = given.clauses
    .filter(({ option }) => option !== null)
    .flatMap(({ statements }) => statements)
    .find(
      ({ unit }) =>
        /\b(?:only when|only if|optional|no plan|not included in any)\b/i.test(unit.text) &&
        !/\$/.test(unit.text),
    );
  const grant = given.findings.grants.find(({ owner }) => owner === section);
  if (cell) {
    return {
      decision: held === false ? "No" : "Partial",
      rule: "held-by-option",
      why: { why: "option", option: spokenOf(option), held },
      proofs: [proofOf(cell)],
    };
  }
  const proofs = [
    ...(grant ? [proofOf(grant.statement, grant.entry)] : []),
    ...(general ? [proofOf(general)] : []),
  ];
  return {
    decision: held === false ? "No" : "Partial",
    rule: "held-by-option",
    why: { why: "option", option: spokenOf(option), held },
    proofs,
  };
};

/** The option's name as it can be said: a row of a comparison is no option by its name. */
function spokenOf(option: string): string {
  return /\b(?:options?|add-?ons?|extras?|riders?|packages?|bundles?|upgrades?|protection|coverage|cover|plan)\b/i.test(
    option,
  )
    ? option
    : `${option} option`;
}

/** The option of the customer's plan that has the thing was bought: its cell of the comparison grants it. */
export const bought: Rule = (given) => {
  const cell = optionCell(given);
  if (!cell?.unit.cell || isHeld(cell.unit.cell.row, given) !== true) return null;
  const [grant] = given.findings.grants;
  const proofs = [proofOf(cell), ...(grant ? [proofOf(grant.statement, grant.entry)] : [])];
  const cap = amountsIn(cell.unit.cell.value, false).find(({ isCap }) => isCap);
  return cap
    ? { decision: "Partial", rule: "bought", why: { why: "cap", cap: cap.text }, proofs }
    : { decision: "Yes", rule: "bought", why: { why: "granted" }, proofs };
};

/** The cell of a comparison that has the thing as an option of the customer's plan. */
export function optionCell({ clauses, scope, lexicon, subject }: Case): Statement | null {
  const cells = clauses.flatMap(({ statements }) => statements.filter(({ isOption }) => isOption));
  return (
    cells.find(
      ({ plans, entries }) =>
        (plans.length === 0 || plans.some((plan) => scope.plan !== null && samePlan(plan, scope.plan))) &&
        entries.some((entry) => {
          const fit = fitEntry(entry, { subject, lexicon });
          return (
            fit !== null &&
            fit.relation !== "narrower" &&
            fit.relation !== "group" &&
            !isMerelyLikely(entry, fit, subject)
          );
        }),
    ) ?? null
  );
}

const DENIES = /\b(?:never|no|not|didn['’]?t|don['’]?t|without|declined|skipped)\b/i;
const DOUBTS =
  /\b(?:no idea|no clue|not (?:really |even )?(?:sure|certain)|(?:don['’]?t|do not|can['’]?t|can not|cannot) (?:really |honestly |even )?(?:know|remember|recall|tell|say)|unsure|forg[eo]t|if (?:i|we) (?:have|got|added|bought)|whether (?:i|we)|(?:i|we) think (?:i|we)|might have|may have|maybe (?:i|we))\b/i;
const HAS =
  /\b(?:i|we|ive|i['’]ve|we['’]ve|been)\b[^.?!]{0,30}\b(?:have|has|had|got|bought|buy|added|pay|paying|paid|took|purchased|signed up for|with|include[sd]?)\b|\b(?:have|got|bought|added|pay for|paying|paid for|purchased)\b/i;

/**
 * Whether the option was bought: by what the caller says of it, else by the record, where it says which were. Not
 * named anywhere counts as not bought; only a caller's doubt leaves it open.
 */
export function isHeld(option: string, { options, question, subject }: Case): boolean | null {
  const words = wordsOf(option);
  const names = (text: string) => {
    const said = new Set(stemsOf(text));
    const shared = words.filter((word) => said.has(word)).length;
    // "The laundry add-on", of what the contract calls "Clothes washer / dryer".
    return (
      (words.length > 0 && shared / words.length >= 0.5) ||
      [...subject.groups].some((group) => said.has(group))
    );
  };
  if (options?.some(names)) return true;
  for (const sentence of question.told.split(/[.;!?\n]| but /)) {
    const labelled =
      /\b(?:options?|add-?ons?|add ons?|extras?|riders?|packages?|bundles?|upgrades?|protection|coverage|cover|thing|plan)\b/i.test(
        sentence,
      );
    if (!labelled && !/\b(?:bought|added|paying|pay) \b/i.test(sentence)) continue;
    if (DOUBTS.test(sentence)) return null;
    if (!names(sentence) && !/\b(?:add-?ons?|add ons?|options?|extras?|the coverage)\b/i.test(sentence))
      continue;
    if (DENIES.test(sentence)) return false;
    if (HAS.test(sentence)) return true;
  }
  return false;
}

function wordsOf(option: string): string[] {
  const generic = new Set(
    stemsOf("option extra add on addon rider package upgrade endorsement coverage cover optional equipment"),
  );
  return stemsOf(option).filter((stem) => !generic.has(stem) && !isFunctionWord(stem));
}
