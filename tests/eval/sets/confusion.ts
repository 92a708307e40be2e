import type { MatchedRow } from "./match.ts";

/** How often each expected decision (rows) was answered by which (columns). */
export function confusionOf(rows: readonly MatchedRow[]): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { want, got } of rows.flatMap(({ pairs }) => pairs)) {
    const label = String(want.decision);
    const line = table[label] ?? {};
    table[label] = line;
    const answer = got ? String(got.decision) : "no card";
    line[answer] = (line[answer] ?? 0) + 1;
  }
  return table;
}
