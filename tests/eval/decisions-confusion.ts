import { type JudgedAnswer, LABELS, labelOf } from "./decisions-score.ts";

/** What was expected (rows) against what was said (columns), then each answer that differs. */
export function confusionTable(answers: readonly JudgedAnswer[]): string {
  const pad = (text: string | number) => String(text).padStart(9);
  const lines = [[pad(""), ...LABELS.map(pad)].join("")];
  for (const want of LABELS) {
    const of = answers.filter(({ row }) => labelOf(row.decision) === want);
    lines.push(
      [
        pad(want),
        ...LABELS.map((got) => pad(of.filter(({ advice }) => labelOf(advice.decision) === got).length)),
      ].join(""),
    );
  }
  for (const { row, question, found, hits, advice } of answers) {
    const right = labelOf(row.decision) === labelOf(advice.decision);
    lines.push(
      `\n${right ? "ok " : "XX "}${row.id} want ${labelOf(row.decision)} got ${labelOf(advice.decision)} (${advice.reason})  [${row.plan} ${row.state} ${row.contractType}]`,
      `   said: ${[...row.before, row.text].join(" / ")}`,
      `   ${found ? "asked" : "no question"}: ${question.text} (${question.kind}) search: ${question.search} situation: ${question.situation}`,
      `   script: ${advice.script}`,
      `   want ${row.clauses.join(" ")} ${row.mentions.join(" ")}; cited ${advice.citations.map((one) => one.clauseId).join(" ")}; hits ${hits.map((hit) => hit.clauseId).join(" ")}`,
    );
  }
  return lines.join("\n");
}
