import { createHash } from "node:crypto";
import { readDecisionQuestions } from "../decisions-questions.ts";
import type { SetRow } from "./row.ts";

/** The samples' labelled questions as calls: the turns before are earlier ones of the customer. */
export async function readSampleSet(samplesFolder: string): Promise<SetRow[]> {
  const questions = await readDecisionQuestions(samplesFolder);
  return questions.map(({ before, text, decision, clauses, mentions, ...row }) => ({
    id: row.id,
    plan: row.plan,
    state: row.state,
    contractType: row.contractType,
    contractStart: row.contractStart ?? "2026-03-14",
    options: [],
    turns: [...before, text].map((said) => ({ speaker: "CUSTOMER" as const, text: said })),
    expect: [{ question: text, decision, quotes: [], clauses, must: mentions, why: "" }],
  }));
}

/** Whether a row belongs to the half that is only reported, by a hash of its id that stays the same. */
export function isReported({ id }: SetRow): boolean {
  return (createHash("sha256").update(id).digest()[0] ?? 0) % 2 === 1;
}
