import { sameOptions } from "../domain/bought-options.ts";
import type { AnswerContext } from "../domain/context.ts";
import type { Customer } from "../domain/customer.ts";
import type { SessionState } from "../domain/session-state.ts";
import type { Notice } from "../domain/suggestion.ts";
import { normaliseState, stateName, US_STATES } from "../domain/us-state.ts";
import type { CopilotDeps } from "./deps.ts";
import type { PolicyScope } from "./ports.ts";

type ScopeDeps = Pick<CopilotDeps, "knowsPlan" | "now">;

/** The customer in force, if one is. */
export function chosenCustomer({ customer }: SessionState): Customer | null {
  return customer?.matches.find(({ customerId }) => customerId === customer.chosen) ?? null;
}

/**
 * Whose clauses answer now, and as of when: the versions in force when the customer's contract began, or today's
 * where that is not known. A plan that the library does not know, or a state that is none, is as good as not said.
 */
export function answerScope({ knowsPlan, now }: ScopeDeps, state: SessionState): PolicyScope {
  const { plan, state: said, contractType } = state.context;
  const usState = said ? normaliseState(said.value) : null;
  return {
    plan: plan && knowsPlan(plan.value) ? plan.value : null,
    state: usState && US_STATES.has(usState) ? usState : null,
    contractType: contractType?.value ?? null,
    at: chosenCustomer(state)?.contractStart ?? new Date(now()).toISOString().slice(0, 10),
  };
}

/** What a card says that it was answered for. */
export function answerContext(
  { plan, state, contractType, at }: PolicyScope,
  session: SessionState,
): AnswerContext {
  const options = session.context.options?.value;
  const known = options ? { options: [...options] } : {};
  return { plan, state, contractType, at, customerId: chosenCustomer(session)?.customerId ?? null, ...known };
}

/** Whether a card would have to be answered anew in this scope. A day that merely passed is no reason. */
export function sameContext(then: AnswerContext, now: AnswerContext, startKnown: boolean): boolean {
  const same = FIELDS.every((field) => then[field] === now[field]);
  const sameCustomer = (then.customerId ?? null) === (now.customerId ?? null);
  const optionsAreSame = sameOptions(then.options ?? null, now.options ?? null);
  return same && sameCustomer && optionsAreSame && (!startKnown || then.at === now.at);
}

const FIELDS = ["plan", "state", "contractType"] as const;
const NAMES = { plan: "plan", state: "state", contractType: "contract" } as const;

/** Says what changed between two answers, in the agent's words: "plan is now Plus (was Gold)". */
export function changedWords(then: AnswerContext, now: AnswerContext, customer: Customer | null): string {
  const show = (field: keyof typeof NAMES, value: string | null) =>
    value === null ? "not known" : field === "state" ? stateName(value) : value;
  const changes = FIELDS.filter((field) => then[field] !== now[field]).map(
    (field) => `${NAMES[field]} is now ${show(field, now[field])} (was ${show(field, then[field])})`,
  );
  if (!sameOptions(then.options ?? null, now.options ?? null)) {
    changes.push(`options are now ${optionsShown(now)} (were ${optionsShown(then)})`);
  }
  if ((then.customerId ?? null) !== (now.customerId ?? null)) {
    changes.unshift(`customer is now ${customer?.name ?? "not known"}`);
  }
  if (changes.length === 0) return "Answered again from the contract as it was when it began.";
  return `Answered again: ${changes.join(", ")}.`;
}

function optionsShown({ options }: AnswerContext): string {
  if (!options) return "not known";
  return options.length === 0 ? "none" : options.join(", ");
}

/** What an agent must know about the scope of an answer, if anything. */
export function scopeNotice(state: SessionState, scope: PolicyScope): Notice | undefined {
  const { plan, state: said } = state.context;
  if (!scope.plan) {
    const why = plan ? `No contract here is for a plan called ${plan.value}` : "The plan is not known yet";
    return { code: "PLAN_UNKNOWN", text: `${why}: this comes from the terms of all plans.` };
  }
  if (said && !scope.state) {
    return {
      code: "PLAN_UNKNOWN",
      text: `${said.value} is no US state: no state's own terms were looked at.`,
    };
  }
  if (chosenCustomer(state)?.contractStart) return undefined;
  return {
    code: "START_UNKNOWN",
    text: "The contract's start is not known: this comes from the versions in force today.",
  };
}
