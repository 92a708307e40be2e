import type { Citation, Decision } from "../domain/suggestion.ts";
import type { AdviceRequest, CheckedAdvice } from "./advice.ts";
import { stretchesOf } from "./contract/senses.ts";
import { readsAsInstructions } from "./instructed-words.ts";
import { unprovenAmounts } from "./unproven-amounts.ts";

/** How much a decision gives. What is not said gives no more than a no. */
const GIVES: Readonly<Record<Decision, number>> = { No: 0, Unknown: 0, Partial: 1, Yes: 2 };

/** Opens as a grant does, or promises all there is. */
const PROMISES =
  /^\W*(?:yes\b|good news\b)|\b(?:everything|all of (?:it|this|that)|anything)\s+(?:is|are|will be|['’]s)\s+(?:\w+\s+)?(?:covered|paid|approved)\b/i;
/** Opens as a refusal does. */
const REFUSES = /^\W*(?:no\b(?!\s+(?:problem|worries|need))|unfortunately\b|i['’]m sorry,? but\b)/i;
/** A refusal with a way round it may be what grants: "we do not pay unless we approved it". */
const UNLESS = /\b(?:unless|except|until|only if|only when|other than|without)\b/i;

/**
 * Checks that a model's answer hangs together, after its quotes were checked. Gives it back, or null where it must not
 * be shown and the rules' answer stands:
 * - it gives more than the rules do and the caller's words read like orders to a machine;
 * - Yes or Partial on a question of coverage without a quote that grants: exclusions alone prove neither;
 * - an answer that is no decision on coverage (null) without any quote left;
 * - a script that says the opposite of its decision, or names an amount that stands nowhere.
 * `rules` is what the rules decided, whom no caller can talk into anything.
 */
export function checkDecision(
  advice: CheckedAdvice,
  request: AdviceRequest,
  rules: Decision | null,
): CheckedAdvice | null {
  const { decision, citations, script } = advice;
  if (isInstructed(request) && gives(decision) > gives(rules)) return null;
  if (decision === null && citations.length === 0) return null;
  if (unprovenAmounts(script, request).length > 0) return null;
  const grants = decision === "Yes" || decision === "Partial";
  if (grants && request.question.kind === "coverage" && !citations.some(canGrant)) return null;
  if (decision === "Yes" ? REFUSES.test(script) : !grants && decision !== null && PROMISES.test(script)) {
    return null;
  }
  return advice;
}

/**
 * Whether a model's answer that gives more than the rules do deals with what they proved: it quotes the clause of the
 * rules' first proof, or one that changes it, or that a more special document has (a plan's, a state's, a kind of
 * contract's). A grant quoted without the exclusion or the cap beside it is no answer to it.
 */
export function dealsWithProof(
  advice: CheckedAdvice,
  rules: { readonly decision: Decision | null; readonly citations: readonly Citation[] },
  { hits }: Pick<AdviceRequest, "hits">,
): boolean {
  const [proof] = rules.citations;
  if (!proof || gives(advice.decision) <= gives(rules.decision)) return true;
  return advice.citations.some((cited) => {
    if (cited.clauseId === proof.clauseId && cited.documentId === proof.documentId) return true;
    const clause = hits.find((hit) => hit.clauseId === cited.clauseId && hit.documentId === cited.documentId);
    if (!clause) return false;
    if (clause.amends === proof.clauseId) return true;
    const proved = hits.find((hit) => hit.clauseId === proof.clauseId && hit.documentId === proof.documentId);
    return proved !== undefined && isForSome(clause) && !isForSome(proved);
  });
}

function isForSome({ plans, states, contractTypes }: AdviceRequest["hits"][number]): boolean {
  return plans !== null || states !== null || contractTypes !== null;
}

/**
 * Tells of a model's script so far whether it may be shown while it is written, before its proof can be checked. Not
 * where the caller's words read like orders to a machine, nor a promise that none of the given clauses could prove.
 */
export function draftGate(request: AdviceRequest): (script: string) => boolean {
  if (isInstructed(request)) return () => false;
  const canProve = request.hits.some(({ kind }) => kind !== "exclusion");
  return (script) => canProve || !PROMISES.test(script);
}

/** Whether what the caller said reads like orders to a machine. */
function isInstructed({ question, transcript = [] }: AdviceRequest): boolean {
  return [question.text, question.situation, ...transcript.map(({ text }) => text)].some(readsAsInstructions);
}

function gives(decision: Decision | null): number {
  return decision === null ? 0 : GIVES[decision];
}

/** A quote of a clause that is no exclusion, and that does more than refuse. */
function canGrant({ kind, quote }: Citation): boolean {
  if (kind === "exclusion") return false;
  const stretches = stretchesOf(quote);
  return (
    stretches.length === 0 || UNLESS.test(quote) || stretches.some(({ polarity }) => polarity === "grant")
  );
}
