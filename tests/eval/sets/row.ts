import { readFile } from "node:fs/promises";
import { z } from "zod";

const expectationSchema = z.object({
  question: z.string(),
  decision: z.enum(["Yes", "No", "Partial", "Unknown"]).nullable(),
  quotes: z.array(z.string()).default([]),
  clauses: z.array(z.string()).default([]),
  must: z.array(z.string()).default([]),
  why: z.string().default(""),
});

const rowSchema = z.object({
  id: z.string(),
  plan: z.string().nullish(),
  state: z.string().nullish(),
  contractType: z.string().nullish(),
  contractStart: z.string().default("2026-03-14"),
  options: z.array(z.string()).default([]),
  turns: z.array(z.object({ speaker: z.enum(["CUSTOMER", "AGENT"]), text: z.string() })).min(1),
  intent: z.string().nullish(),
  expect: z.array(expectationSchema),
});

/** One labelled call: whose contract it is, what was said, and what an expert would answer. */
export type SetRow = z.infer<typeof rowSchema>;

/** What an expert would answer to one thing asked. */
export type Expectation = z.infer<typeof expectationSchema>;

/** The rows of a set, a JSON line each. Throws where the file or a row of it cannot be read. */
export async function readSet(path: string): Promise<SetRow[]> {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => rowSchema.parse(JSON.parse(line)));
}
