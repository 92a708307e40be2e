import type { Advice, AdviceRequest } from "../advice.ts";
import type { Verdict } from "../decide/verdict.ts";
import type { Question } from "../understand/question.ts";
import { citationsFor } from "./cite.ts";
import { clarify } from "./clarify.ts";
import { nameOf } from "./name.ts";
import { nextStepsOf } from "./next-steps.ts";
import { reasonOf } from "./reason.ts";
import { scriptOf } from "./script.ts";

/** What stands around a verdict when it is put into words. */
export interface Speaking {
  readonly question: Question;
  readonly request: Pick<AdviceRequest, "scope" | "customer">;
  /** The fee for a visit as the contract states it for this customer, where it does. */
  readonly fee: string | null;
  /** What to say before anything else, where somebody is in danger. */
  readonly danger: string | null;
}

/** Puts a verdict into the words of a card. */
export function speak(verdict: Verdict, speaking: Speaking): Advice {
  const { question, request, danger } = speaking;
  const item = nameOf(question.thing);
  const listener = {
    name: firstName(request),
    plan: question.plan ?? request.scope.plan,
    question: question.text,
  };
  const script = scriptOf(verdict, item, listener);
  const asked = verdict.decision === "Yes" || verdict.decision === "No" ? null : clarify(verdict.why, item);
  return {
    decision: verdict.decision,
    reason: danger === null ? reasonOf(verdict.why) : "safety first",
    script: danger === null ? script : danger,
    citations: citationsFor(verdict.proofs),
    nextSteps: nextStepsOf(verdict, item, speaking),
    ...(asked === null ? {} : { clarifyingQuestion: asked }),
  };
}

function firstName({ customer }: Pick<AdviceRequest, "customer">): string | null {
  const first = customer?.name.trim().split(/\s+/)[0];
  return first !== undefined && /^[\p{Lu}][\p{L}'-]{1,14}$/u.test(first) ? first : null;
}
