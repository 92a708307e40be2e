import type { PolicyHit } from "@live-copilot/shared";
import type { CheckedAdvice, ExtractedQuestion } from "@live-copilot/shared/copilot";
import type { DecisionQuestion } from "./decisions-questions.ts";
import type { EvalRow } from "./eval-row.ts";

/** A labelled question, what was understood and found, and the advice. */
export interface JudgedAnswer {
  readonly row: DecisionQuestion;
  readonly question: ExtractedQuestion;
  /** Whether the turn was understood to ask something. */
  readonly found: boolean;
  readonly hits: readonly PolicyHit[];
  readonly advice: CheckedAdvice;
  /** Milliseconds for advice and citation check. */
  readonly ms: number;
}

/** Decisions as labels, with null in the same row. */
export const LABELS = ["Yes", "Partial", "No", "Unknown", "null"] as const;

export const labelOf = (decision: string | null) => decision ?? "null";

/** The figures of a run. */
export function decisionRows(answers: readonly JudgedAnswer[]): EvalRow[] {
  const row = (metric: string, hits: readonly boolean[]): EvalRow => ({
    name: "decisions",
    metric,
    value: hits.length === 0 ? 0 : hits.filter(Boolean).length / hits.length,
    n: hits.length,
  });
  const given = answers.map(({ row: { decision }, advice }) => ({
    want: labelOf(decision),
    got: labelOf(advice.decision),
  }));
  const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const expecting = answers.filter(({ row: { clauses } }) => clauses.length > 0);
  return [
    row(
      "question found",
      answers.map(({ found }) => found),
    ),
    row("an expected clause among the hits", expecting.map(hasClause)),
    row(
      "accuracy",
      given.map(({ want, got }) => want === got),
    ),
    { name: "decisions", metric: "macro-F1", value: macroF1(given), n: given.length },
    row(
      "wrong Yes, of all",
      given.map(({ want, got }) => got === "Yes" && want !== "Yes"),
    ),
    row(
      "wrong No, of all",
      given.map(({ want, got }) => got === "No" && want !== "No"),
    ),
    row(
      "an expected clause cited",
      expecting.map(({ row: { clauses }, advice }) =>
        advice.citations.some((one) => clauses.includes(one.clauseId)),
      ),
    ),
    row("mentions present", answers.filter((one) => one.row.mentions.length > 0).map(saysMentions)),
    {
      name: "decisions",
      metric: "advice p99 ms",
      value: times[Math.floor((times.length - 1) * 0.99)] ?? 0,
      n: times.length,
    },
  ];
}

function hasClause({ row, hits }: JudgedAnswer): boolean {
  return hits.some(({ clauseId }) => row.clauses.includes(clauseId));
}

function saysMentions({ row, advice }: JudgedAnswer): boolean {
  const shown = [
    advice.script,
    advice.reason,
    ...advice.nextSteps,
    ...advice.citations.map(({ quote }) => quote),
  ].join("\n");
  return row.mentions.every((words) => shown.includes(words));
}

function macroF1(given: readonly { want: string; got: string }[]): number {
  const scores = LABELS.map((label) => {
    const right = given.filter(({ want, got }) => want === label && got === label).length;
    const wanted = given.filter(({ want }) => want === label).length;
    const said = given.filter(({ got }) => got === label).length;
    return wanted + said === 0 ? 1 : (2 * right) / (wanted + said);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
