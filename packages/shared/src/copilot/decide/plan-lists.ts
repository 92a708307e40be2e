import { samePlan } from "../contract/contract-book.ts";
import { planItBuildsOn } from "../contract/plans-said.ts";
import type { Statement } from "../contract/statement.ts";

function isOf(plan: string | null, plans: readonly string[], document: readonly string[] | null): boolean {
  if (plan === null) return false;
  return (
    plans.some((one) => samePlan(one, plan)) ||
    (plans.length === 0 && (document ?? []).some((one) => samePlan(one, plan)))
  );
}

/** The plan, and those that it says it includes everything of. */
function plansHeld(planLists: readonly Statement[], plan: string | null): readonly string[] {
  const held: string[] = plan === null ? [] : [plan];
  for (let at = 0; at < held.length && held.length < 10; at++) {
    for (const { plans, clause, sense, unit } of planLists) {
      const below =
        sense === "grant" && isOf(held[at] ?? null, plans, clause.plans) ? planItBuildsOn(unit.text) : null;
      if (below !== null && !held.some((one) => samePlan(one, below))) held.push(below);
    }
  }
  return held;
}

/** The statements of plan lists that hold for a plan, and those that hold for others. */
export function listsFor(planLists: readonly Statement[], plan: string | null) {
  const held = plansHeld(planLists, plan);
  const own = planLists.filter(
    ({ plans, clause, sense }) =>
      isOf(plan, plans, clause.plans) ||
      (sense === "grant" && held.some((one) => one !== plan && isOf(one, plans, clause.plans))),
  );
  return { own, others: planLists.filter((one) => !own.includes(one)) };
}
