import { includesAll } from "../../contract/plans-said.ts";
import { standsUnder } from "../findings.ts";
import { listed } from "../listed.ts";
import { listsFor } from "../plan-lists.ts";
import { proofOf } from "../proofs.ts";
import { reliefFrom } from "../relief.ts";
import type { Rule } from "../rules.ts";
import { optionCell } from "./held-by-option.ts";

/** The customer's plan leaves the thing out by name, or another plan's list has it and theirs does not. */
export const leftOutByPlan: Rule = (given) => {
  const { scope, findings } = given;
  if (scope.plan === null || optionCell(given)) return null;
  const { own, others } = listsFor(findings.planLists, scope.plan);
  const refused = own.find((one) => one.sense === "refuse" && listed(one, given));
  const plan = scope.plan;
  const included = own.filter(({ sense }) => sense === "grant");
  // Of a group, "my plumbing", one member that is left out leaves the group in.
  const isGroup = given.findings.home.some((owner) => standsUnder(owner, given.subject.head));
  if (refused && !(isGroup && included.some((one) => listed(one, given)))) {
    return (
      reliefFrom(refused.clause, given) ?? {
        decision: "No",
        rule: "left-out-by-plan",
        why: { why: "plan", plan, other: null },
        proofs: [proofOf(refused, listed(refused, given))],
      }
    );
  }
  if (included.length === 0 || included.some((one) => listed(one, given) || includesAll(one))) return null;
  const elsewhere = others.find((one) => one.sense === "grant" && listed(one, given));
  if (!elsewhere) return null;
  const proofs = [
    proofOf(elsewhere, listed(elsewhere, given)),
    ...included.slice(0, 1).map((one) => proofOf(one)),
  ];
  return {
    decision: "No",
    rule: "left-out-by-plan",
    why: { why: "plan", plan, other: elsewhere.plans[0] ?? elsewhere.clause.plans?.[0] ?? null },
    proofs,
  };
};
