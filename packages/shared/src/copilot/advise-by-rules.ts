import type { PolicyHit } from "../domain/clause.ts";
import type { Advice, AdviceRequest, ExtractedQuestion } from "./advice.ts";
import type { ContractBook, ReadClause } from "./contract/contract-book.ts";
import { caseOf } from "./decide/case-of.ts";
import { decide } from "./decide/decide.ts";
import type { Question } from "./understand/question.ts";
import { speak } from "./write/speak.ts";

/** What the rules say, and the clauses that they say it from. */
export interface RulesAnswer {
  readonly advice: Advice;
  readonly clauses: readonly PolicyHit[];
}

/** Answers a question from the contracts alone: the same request gives the same advice. Never throws. */
export function adviseByRules(book: ContractBook, request: Omit<AdviceRequest, "hits">): RulesAnswer {
  const given = caseOf(book, request.question, request);
  const verdict = decide(given);
  const fee = feeOf(given.clauses, request.scope.plan);
  const advice = speak(verdict, {
    question: request.question,
    request,
    fee,
    danger: request.question.danger,
  });
  const clauses = [...new Set(verdict.proofs.map(({ clause }) => clause))];
  return { advice, clauses: clauses.map((clause) => ({ ...clause, score: 1 })) };
}

/** A question with what to search by: its own names, and the caller's words around it. */
export function withSearch(question: Question): ExtractedQuestion {
  const { thing, dealing, causes, text, told } = question;
  const names = [thing?.said, ...(thing?.terms ?? []), ...(thing?.wholes ?? []), dealing, ...causes];
  const search = names.filter(Boolean).join(" ");
  return { ...question, search: search || text, situation: told };
}

const FEE = /\b(?:service|visit|trade|call)\b[^.]{0,24}\b(?:fee|charge)\b/i;

/** The fee for a visit as the most special clause that applies states it. */
function feeOf(clauses: readonly ReadClause[], plan: string | null): string | null {
  const stated = clauses
    .filter(({ clause }) => clause.kind === "fee")
    .flatMap(({ statements, level }) => statements.map((statement) => ({ statement, level })))
    .filter(
      ({ statement }) =>
        FEE.test(statement.unit.text) &&
        statement.amounts.length > 0 &&
        !/never more/i.test(statement.unit.text),
    )
    .filter(
      ({ statement }) => statement.plans.length === 0 || (plan !== null && statement.plans.includes(plan)),
    )
    .toSorted((a, b) => b.level - a.level)[0];
  return stated?.statement.amounts[0]?.text ?? null;
}
