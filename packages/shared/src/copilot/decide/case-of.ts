import type { AdviceRequest } from "../advice.ts";
import type { ContractBook } from "../contract/contract-book.ts";
import { samePlan } from "../contract/contract-book.ts";
import type { Question } from "../understand/question.ts";
import type { Case } from "./case.ts";
import { findAbout } from "./findings.ts";
import { subjectOf } from "./subject.ts";

/** Everything that a question is decided on, for the plan that it supposes where it supposes one. */
export function caseOf(
  book: ContractBook,
  question: Question,
  request: Omit<AdviceRequest, "question" | "hits">,
): Case {
  const plan = question.plan ?? request.scope.plan;
  const scope = {
    ...request.scope,
    plan: book.plans.find((one) => plan !== null && samePlan(one, plan)) ?? plan,
  };
  const clauses = book.inScope(scope);
  const { lexicon, plans } = book;
  const subject = subjectOf(question, lexicon);
  const findings = findAbout(clauses, { subject, lexicon });
  const { options, customer, today } = request;
  return { question, subject, findings, clauses, lexicon, plans, scope, options, customer, today };
}
