import type { AnswerContext } from "../domain/context.ts";
import type { Customer } from "../domain/customer.ts";
import type { SessionState } from "../domain/session-state.ts";
import type { Notice } from "../domain/suggestion.ts";
import { normaliseState, stateName } from "../domain/us-state.ts";
import type { PolicyScope } from "./ports.ts";

/** The customer in force, if one is. */
export function chosenCustomer({ customer }: SessionState): Customer | null {
  return customer?.matches.find(({ customerId }) => customerId === customer.chosen) ?? null;
}

/**
 * Whose clauses answer now, and as of when: the versions in force when the customer's contract began, or today's
 * where that is not known.
 */
export function answerScope(state: SessionState, now: number): PolicyScope {
  const { plan, state: usState, contractType } = state.context;
  return {
    plan: plan?.value ?? null,
    state: usState ? normaliseState(usState.value) : null,
    contractType: contractType?.value ?? null,
    at: chosenCustomer(state)?.contractStart ?? new Date(now).toISOString().slice(0, 10),
  };
}

/** What a card says that it was answered for. */
export function answerContext(
  { plan, state, contractType, at }: PolicyScope,
  customer: Customer | null,
): AnswerContext {
  return { plan, state, contractType, at, customerId: customer?.customerId ?? null };
}

/** Whether a card would have to be answered anew in this scope. A day that merely passed is no reason. */
export function sameContext(then: AnswerContext, now: AnswerContext, startKnown: boolean): boolean {
  const same = FIELDS.every((field) => then[field] === now[field]);
  const sameCustomer = (then.customerId ?? null) === (now.customerId ?? null);
  return same && sameCustomer && (!startKnown || then.at === now.at);
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
  if ((then.customerId ?? null) !== (now.customerId ?? null)) {
    changes.unshift(`customer is now ${customer?.name ?? "not known"}`);
  }
  if (changes.length === 0) return "Answered again from the contract as it was when it began.";
  return `Answered again: ${changes.join(", ")}.`;
}

/** What an agent must know about the scope of an answer, if anything. */
export function scopeNotice(state: SessionState): Notice | undefined {
  if (!state.context.plan) {
    return {
      code: "PLAN_UNKNOWN",
      text: "The plan is not known yet: this comes from the terms of all plans.",
    };
  }
  if (chosenCustomer(state)?.contractStart) return undefined;
  return {
    code: "START_UNKNOWN",
    text: "The contract's start is not known: this comes from the versions in force today.",
  };
}
