import { isUnavailable } from "../domain/errors.ts";
import type { SessionMemory } from "../domain/session-memory.ts";
import type { Notice, SuggestionCard } from "../domain/suggestion.ts";
import type { AdviceRequest, CheckedAdvice, ExtractedQuestion } from "./advice.ts";
import { adviseByRules } from "./advise-by-rules.ts";
import { answerContext, answerScope, chosenCustomer, scopeNotice } from "./answer-scope.ts";
import { checkCitations } from "./check-citations.ts";
import type { CopilotDeps } from "./deps.ts";
import { nearestClauses } from "./retrieve/nearest-clauses.ts";

/** Clauses that an answer is made from at most. */
const CLAUSES = 12;

/** The rules' name on a card. */
export const RULES_ENGINE = "rules";

/** The parts of a card that are the answer, and what it was made from. */
export interface Answer {
  readonly parts: Pick<
    SuggestionCard,
    "status" | "decision" | "reason" | "script" | "citations" | "nextSteps" | "context" | "engine"
  > &
    Partial<Pick<SuggestionCard, "clarifyingQuestion" | "notice" | "searched">>;
  /** Absent where the policies could not be searched. */
  readonly request?: AdviceRequest;
}

type AnswerDeps = Pick<CopilotDeps, "index" | "book" | "knowsPlan" | "now">;

/** Answers one question from the clauses in force for this session, by the rules alone. */
export async function answerQuestion(
  deps: AnswerDeps,
  question: ExtractedQuestion,
  memory: SessionMemory,
): Promise<Answer> {
  const scope = answerScope(deps, memory.state);
  const customer = chosenCustomer(memory.state);
  try {
    const query = { text: question.search, situation: question.situation, scope, limit: CLAUSES };
    const near = await nearestClauses(deps, query);
    const today = new Date(deps.now()).toISOString().slice(0, 10);
    const asked = { question, scope, today, customer, options: memory.state.context.options?.value ?? null };
    const { advice: proposed, clauses } = adviseByRules(deps.book(), asked);
    const others = near.filter(
      (hit) => !clauses.some((one) => one.clauseId === hit.clauseId && one.documentId === hit.documentId),
    );
    const request: AdviceRequest = { ...asked, hits: [...clauses, ...others].slice(0, CLAUSES) };
    const advice = checkCitations(proposed);
    const documents = advice.citations.length === 0 ? await deps.index.documentsInScope(scope) : null;
    const searched =
      documents === null ? {} : { searched: { documents, plan: scope.plan, state: scope.state } };
    return {
      parts: {
        ...adviceParts(advice),
        ...noticed(scopeNotice(memory.state, scope)),
        ...searched,
        context: answerContext(scope, memory.state),
      },
      request,
    };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return { parts: { ...NO_POLICIES, context: answerContext(scope, memory.state) } };
  }
}

/** The parts of a card that an advice fills. */
export function adviceParts(advice: CheckedAdvice) {
  const { decision, reason, script, citations, nextSteps, clarifyingQuestion } = advice;
  const asked = clarifyingQuestion === undefined ? {} : { clarifyingQuestion };
  const parts = { decision, reason, script, citations: [...citations], nextSteps: [...nextSteps], ...asked };
  return { ...parts, status: "ready" as const, engine: RULES_ENGINE };
}

function noticed(notice: Notice | undefined): { notice?: Notice } {
  return notice ? { notice } : {};
}

const NO_POLICIES = {
  status: "failed" as const,
  decision: "Unknown" as const,
  reason: "the policies can't be searched right now",
  script:
    "I can't look into your contract at this moment. Let me take your question down and come back to you.",
  citations: [],
  nextSteps: ["Note the question and tell the customer that you will come back to it"],
  engine: RULES_ENGINE,
  notice: {
    code: "POLICIES_UNAVAILABLE" as const,
    text: "Policies can't be searched right now. The answer will come here by itself.",
  },
};
