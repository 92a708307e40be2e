import type { Advice, AdviceRequest } from "../advice.ts";
import { citationsFor } from "./cite.ts";
import { clarify } from "./clarify.ts";
import { nameItem } from "./name-item.ts";
import { nextStepsOf } from "./next-steps.ts";
import type { Reading } from "./read-clause.ts";
import { reasonOf } from "./reason.ts";
import { scriptOf } from "./script.ts";
import type { Verdict } from "./verdict.ts";

/** Puts a verdict into the words of a card. */
export function speak(verdict: Verdict, request: AdviceRequest, readings: readonly Reading[]): Advice {
  const item = nameItem(request.question.text);
  const [ground] = verdict.grounds;
  const question =
    request.question.kind === "coverage" || ground.why !== "silent" ? clarify(ground, item) : null;
  const listener = { name: firstName(request), plan: request.scope.plan, question: request.question.text };
  return {
    decision: verdict.decision,
    reason: reasonOf(ground),
    script: scriptOf(verdict, item, listener),
    citations: citationsFor(verdict.proofs),
    nextSteps: nextStepsOf(verdict, item, { request, readings }),
    ...(question === null || verdict.decision === "Yes" || verdict.decision === "No"
      ? {}
      : { clarifyingQuestion: question }),
  };
}

function firstName({ customer }: AdviceRequest): string | null {
  const first = customer?.name.trim().split(/\s+/)[0];
  return first !== undefined && /^[\p{Lu}][\p{L}'-]{1,14}$/u.test(first) ? first : null;
}
