import { z } from "zod";
import type { Decision } from "../../domain/suggestion.ts";
import type { Advice, AdviceRequest } from "../advice.ts";
import { adviseByRules, withSearch } from "../advise-by-rules.ts";
import { checkCitations } from "../check-citations.ts";
import { type ContractBook, readContracts } from "../contract/contract-book.ts";
import type { Advisor } from "../ports.ts";
import { HOME_TRADE } from "../trade/home/home-trade.ts";
import { readAsk } from "../understand/read-turn.ts";
import { CASES_VERSION, CHECK_CASES, CHECK_CLAUSES, type CheckCase } from "./cases.ts";

/** What became of one case. */
const caseResultSchema = z.object({
  id: z.string(),
  said: z.string(),
  accept: z.array(z.enum(["Yes", "No", "Partial", "Unknown"]).nullable()),
  /** What the model decided with quotes that stand in the contract; "unproven" where it granted without one. */
  got: z.enum(["Yes", "No", "Partial", "Unknown", "none", "unproven"]),
  isRight: z.boolean(),
  /** Whether it promised what the contract does not give. */
  promises: z.boolean(),
});

/** What a model showed that it can do: whether its decisions are shown. Stored, so that a start does not ask again. */
export const qualificationSchema = z.object({
  engine: z.string(),
  cases: z.number().int(),
  /** ISO 8601. */
  at: z.string(),
  right: z.number().int(),
  of: z.number().int(),
  mayDecide: z.boolean(),
  results: z.array(caseResultSchema),
});
export type Qualification = z.infer<typeof qualificationSchema>;
export type CheckResult = z.infer<typeof caseResultSchema>;

/** Right answers that a model needs, of twelve; and not one promise that the contract does not keep. */
const ENOUGH = 10;
/** Given beside the clauses that the rules point to, as in a call. */
const CLAUSES = 12;
const GIVES: Readonly<Record<CheckResult["got"], number>> = {
  Yes: 2,
  Partial: 1,
  No: 0,
  Unknown: 0,
  none: 0,
  unproven: 0,
};

/**
 * Plays the built-in cases to a model, one after the other, through the prompt and the check of quotes that calls go
 * through. `onCase` hears of each. Throws what the model throws: a model that is away has shown nothing.
 */
export async function qualifyModel(
  advisor: Pick<Advisor, "engine" | "write">,
  now: () => number,
  signal: AbortSignal,
  onCase: (result: CheckResult) => void = () => undefined,
): Promise<Qualification> {
  const book = readContracts(CHECK_CLAUSES, { synonyms: [], trade: HOME_TRADE });
  const results: CheckResult[] = [];
  for (const one of CHECK_CASES) {
    const result = resultOf(one, await adviceOf(advisor, requestOf(one, book), signal));
    results.push(result);
    onCase(result);
  }
  const right = results.filter(({ isRight }) => isRight).length;
  return {
    engine: advisor.engine,
    cases: CASES_VERSION,
    at: new Date(now()).toISOString(),
    right,
    of: results.length,
    mayDecide: right >= ENOUGH && results.every(({ promises }) => !promises),
    results,
  };
}

/** Whether a stored result is of this model and of these cases. */
export function isCurrent({ engine, cases }: Qualification, advisor: Pick<Advisor, "engine">): boolean {
  return engine === advisor.engine && cases === CASES_VERSION;
}

function requestOf({ id, said, plan, state }: CheckCase, book: ContractBook): AdviceRequest {
  const scope = { plan, state, contractType: null, at: "2026-01-01" };
  const question = withSearch(readAsk(said, book));
  const asked = { question, scope, today: "2026-01-01", customer: null, options: null };
  const { clauses } = adviseByRules(book, asked);
  const others = book
    .inScope(scope)
    .map(({ clause }) => ({ ...clause, score: 0 }))
    .filter((clause) => !clauses.some(({ clauseId }) => clauseId === clause.clauseId));
  const hits = [...clauses, ...others].slice(0, CLAUSES);
  return { ...asked, hits, transcript: [{ speaker: "CUSTOMER", text: said }], sessionId: `check-${id}` };
}

async function adviceOf(
  advisor: Pick<Advisor, "write">,
  request: AdviceRequest,
  signal: AbortSignal,
): Promise<Advice | null> {
  let advice: Advice | null = null;
  for await (const step of advisor.write(request, signal)) if ("advice" in step) advice = step.advice;
  return advice;
}

function resultOf({ id, said, accept }: CheckCase, advice: Advice | null): CheckResult {
  const got = advice ? decisionOf(advice) : "none";
  const isRight = got !== "none" && got !== "unproven" && accept.includes(got);
  const most = Math.max(...accept.map((decision) => GIVES[decision ?? "none"]));
  return { id, said, accept: [...accept], got, isRight, promises: GIVES[got] > most };
}

/** What a decision comes to once its quotes are held against the contract: a grant without one is none. */
function decisionOf(advice: Advice): CheckResult["got"] {
  const { decision, citations } = checkCitations(advice);
  const isGrant = advice.decision === "Yes" || advice.decision === "Partial";
  if (isGrant && citations.length === 0) return "unproven";
  return (decision satisfies Decision | null) ?? "none";
}
