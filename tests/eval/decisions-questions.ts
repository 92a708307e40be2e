import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const rowSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** The customer's turns before, oldest first. */
  before: z.array(z.string()).default([]),
  plan: z.string().nullable().default(null),
  state: z.string().nullable().default(null),
  contractType: z.string().nullable().default(null),
  contractStart: z.string().optional(),
  at: z.string().default("2026-11-23"),
  decision: z.enum(["Yes", "No", "Partial", "Unknown"]).nullable(),
  clauses: z.array(z.string()),
  mentions: z.array(z.string()).default([]),
});

/** One labelled question: a customer's turn, whose contract it is, and what a fair answer holds. */
export type DecisionQuestion = z.infer<typeof rowSchema>;

/** The labelled questions of `eval/questions.jsonl`. */
export async function readDecisionQuestions(samplesFolder: string): Promise<DecisionQuestion[]> {
  const text = await readFile(join(samplesFolder, "eval", "questions.jsonl"), "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => rowSchema.parse(JSON.parse(line)));
}
