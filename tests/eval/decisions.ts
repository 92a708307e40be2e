import { parseArgs } from "node:util";
import type { Customer } from "@live-copilot/shared";
import type { AdviceRequest, CheckedAdvice, PolicyIndex, Synonyms } from "@live-copilot/shared/copilot";
import { adviseByRules, checkCitations, retrieveClauses } from "@live-copilot/shared/copilot";
import { confusionTable } from "./decisions-confusion.ts";
import { indexLibrary } from "./decisions-library.ts";
import { type DecisionQuestion, questionAsked, readDecisionQuestions } from "./decisions-questions.ts";
import { evaluateRuleTexts } from "./decisions-rules.ts";
import { decisionRows, type JudgedAnswer } from "./decisions-score.ts";
import type { EvalRow } from "./eval-row.ts";

/** Clauses that the advisor is given at most, as in the server. */
const CLAUSES = 12;

/**
 * How the rules answer the labelled questions of a samples folder (`library/`, `eval/questions.jsonl`): turn read,
 * clauses retrieved, decision and citations checked, as in a call.
 */
export async function evaluateDecisions(samplesFolder: string): Promise<EvalRow[]> {
  return decisionRows(await answerQuestions(samplesFolder));
}

/** Every labelled question with the advice that was given. */
export async function answerQuestions(samplesFolder: string): Promise<JudgedAnswer[]> {
  const { index, synonyms } = await indexLibrary(samplesFolder);
  const answers: JudgedAnswer[] = [];
  for (const row of await readDecisionQuestions(samplesFolder)) {
    answers.push(await answer(row, { index, synonyms }));
  }
  return answers;
}

interface Library {
  readonly index: PolicyIndex;
  readonly synonyms: Synonyms;
}

async function answer(row: DecisionQuestion, { index, synonyms }: Library): Promise<JudgedAnswer> {
  const { question, found } = questionAsked(row, synonyms);
  const at = row.contractStart ?? row.at;
  const scope = { plan: row.plan, state: row.state, contractType: row.contractType, at };
  const hits = await retrieveClauses(
    { index },
    { text: question.search, situation: question.situation, scope, limit: CLAUSES },
  );
  const request: AdviceRequest = { question, hits, scope, today: row.at, customer: customerOf(row) };
  const started = performance.now();
  const advice: CheckedAdvice = checkCitations(adviseByRules(request, synonyms));
  return { row, question, found, hits, advice, ms: performance.now() - started };
}

/** Of the customer's record only the contract's start is known, where the row states one. */
function customerOf({ id, contractStart }: DecisionQuestion): Customer | null {
  if (contractStart === undefined) return null;
  return { customerId: id, name: "", phones: [], contractStart, claims: [], limits: [] };
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { verbose: { type: "boolean" }, rules: { type: "string" } },
  });
  const folder = positionals[0] ?? "samples";
  const answers = await answerQuestions(folder);
  console.table(decisionRows(answers));
  if (values.rules) console.table(await evaluateRuleTexts(values.rules));
  if (values.verbose) console.log(confusionTable(answers));
}
