import type { StatedAmount } from "../../contract/amounts.ts";
import { samePlan } from "../../contract/contract-book.ts";
import { costsSaid, dollarsText } from "../../language/money.ts";
import type { Case } from "../case.ts";
import type { Finding } from "../findings.ts";
import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";
import { bestGrant } from "./granted.ts";

/** The thing is covered up to an amount of its own section, or of the customer's plan. */
export const capped: Rule = (given) => {
  const cap = capOf(given);
  const grant = bestGrant(given.findings, given);
  if (!cap || !grant) return null;
  const { amount, statement } = cap;
  const proofs = [proofOf(statement), proofOf(grant.statement, grant.entry)];
  const text = amount.per === "" ? amount.text : `${amount.text} ${amount.per}`;
  const cost = repairCost(given.question.told);
  if (cost !== undefined && cost <= amount.dollars * 0.9) {
    return {
      decision: "Yes",
      rule: "capped",
      why: { why: "inside-cap", cap: text, cost: dollarsText(cost) },
      proofs,
    };
  }
  if (cost !== undefined && cost > amount.dollars) {
    const own = dollarsText(cost - amount.dollars);
    return {
      decision: "Partial",
      rule: "capped",
      why: { why: "above-cap", cap: text, cost: dollarsText(cost), own },
      proofs,
    };
  }
  return { decision: "Partial", rule: "capped", why: { why: "cap", cap: text }, proofs };
};

const PRICED =
  /\b(?:quot\w+|estimat\w+|cost\w*|charg\w+|bill\w*|price\w*|wants?|said|says|saying|be|run)\b[^.?!]{0,40}$/i;

/** What the repair is said to cost, in dollars. */
function repairCost(told: string): number | undefined {
  return costsSaid(told).findLast(({ start }) => PRICED.test(told.slice(0, start)))?.dollars;
}

export interface Cap {
  readonly statement: Finding["statement"];
  readonly amount: StatedAmount;
}

const OF_ALL =
  /\b(?:in all|in total|whole contract|aggregate (?:for|of) (?:all|the)|all (?:items|claims)|per contract(?! (?:term|year)))\b/i;
const BY_PIECE = /\b(?:pound|lb|foot|square|hour|day|mile)\b/i;

/** The cap that holds for the thing: the most special document's, and there the one that names it best. */
export function capOf({ findings, scope, lexicon, subject }: Case): Cap | null {
  const held = findings.caps.filter(({ statement, owner }) => {
    const { plans, unit } = statement;
    if (plans.length > 0 && (scope.plan === null || !plans.some((plan) => samePlan(plan, scope.plan ?? ""))))
      return false;
    return (
      !OF_ALL.test(unit.text) &&
      (owner.option === null || findings.home.some(({ option }) => option === owner.option))
    );
  });
  const ranked = held
    .filter(({ fit }) => !fit || fit.missing.length === 0)
    .flatMap((finding) =>
      finding.statement.amounts
        .filter(({ isCap, per }) => isCap && !BY_PIECE.test(per))
        .map((amount) => ({
          statement: finding.statement,
          amount,
          rank: rankOf(finding, { lexicon, subject }),
        })),
    )
    .toSorted((a, b) => b.rank - a.rank);
  return ranked[0] ?? null;
}

function rankOf({ fit, owner }: Finding, { subject }: Pick<Case, "lexicon" | "subject">): number {
  const named =
    fit === null
      ? 2
      : fit.relation === "same" || fit.relation === "kind"
        ? 3
        : fit.relation === "whole"
          ? 2.6
          : fit.relation === "likely"
            ? 2
            : fit.relation === "group"
              ? 1.6
              : 1.2;
  return named + (fit?.matched ?? 0) * 0.3 + owner.level * 0.4 + (subject.head === null ? 0 : 0);
}
