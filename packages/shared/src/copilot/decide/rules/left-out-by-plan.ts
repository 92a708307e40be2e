import { includesAll } from "../../contract/read-statements.ts";
import type { Statement } from "../../contract/statement.ts";
import type { Case } from "../case.ts";
import { listsFor } from "../findings.ts";
import { fitEntry } from "../fit.ts";
import { proofOf } from "../proofs.ts";
import { reliefFrom } from "../relief.ts";
import type { Rule } from "../rules.ts";
import { optionCell } from "./held-by-option.ts";

/** The customer's plan leaves the thing out by name, or another plan's list has it and theirs does not. */
export const leftOutByPlan: Rule = (given) => {
  const { scope, findings } = given;
  if (scope.plan === null || optionCell(given)) return null;
  const { own, others } = listsFor(findings.planLists, scope.plan);
  const refused = own.find((one) => one.sense === "refuse" && lists(one, given));
  const plan = scope.plan;
  if (refused) {
    return (
      reliefFrom(refused.clause, given) ?? {
        decision: "No",
        rule: "left-out-by-plan",
        why: { why: "plan", plan, other: null },
        proofs: [proofOf(refused, lists(refused, given))],
      }
    );
  }
  const given_ = own.filter(({ sense }) => sense === "grant");
  if (given_.length === 0 || given_.some((one) => lists(one, given) || includesAll(one))) return null;
  const elsewhere = others.find((one) => one.sense === "grant" && lists(one, given));
  if (!elsewhere) return null;
  const proofs = [
    proofOf(elsewhere, lists(elsewhere, given)),
    ...given_.slice(0, 1).map((one) => proofOf(one)),
  ];
  return {
    decision: "No",
    rule: "left-out-by-plan",
    why: { why: "plan", plan, other: elsewhere.plans[0] ?? elsewhere.clause.plans?.[0] ?? null },
    proofs,
  };
};

/** The entry of a list that names the thing or its section. */
function lists(statement: Statement, given: Case) {
  const sections = given.findings.home.flatMap((owner) =>
    owner.headings.slice(-1).flatMap(({ names }) => names),
  );
  return (
    statement.entries.find((entry) => {
      const fit = fitEntry(entry, given);
      if (fit && fit.relation !== "narrower") return true;
      const head = entry.terms[entry.head]?.id;
      return head !== undefined && sections.some((name) => name.at(-1)?.id === head);
    }) ?? null
  );
}
