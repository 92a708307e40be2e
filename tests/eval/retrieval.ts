import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PolicyClause } from "@live-copilot/shared";
import type { PolicyScope } from "@live-copilot/shared/copilot";
import { z } from "zod";
import { openEvalIndex } from "./eval-index.ts";
import type { EvalRow } from "./eval-row.ts";

const ruleSchema = z.object({ id: z.string(), text: z.string() });
const questionSchema = z.object({ question: z.string(), scenario: z.string(), clauses: z.array(z.string()) });
const SCOPE: PolicyScope = { plan: null, state: null, contractType: null, at: "2026-01-01" };
const DEPTHS = [1, 5, 10] as const;

/**
 * How often the clause that settles a question is among the first found, on the public rule texts of a folder
 * (`rules-clauses.jsonl`, `rules-questions.jsonl`), with the question's scenario as the situation; and the time of
 * one search in milliseconds.
 */
export async function evaluateRetrieval(folder: string): Promise<EvalRow[]> {
  const rules = await readRows(join(folder, "rules-clauses.jsonl"), ruleSchema);
  const questions = await readRows(join(folder, "rules-questions.jsonl"), questionSchema);
  const index = await openEvalIndex("rules");
  await index.rebuild(rules.map(clauseOf), []);
  const ranks: number[] = [];
  const times: number[] = [];
  for (const { question, scenario, clauses } of questions) {
    const started = performance.now();
    const hits = await index.search({ text: question, situation: scenario, scope: SCOPE, limit: 10 });
    times.push(performance.now() - started);
    ranks.push(hits.findIndex(({ clauseId }) => clauses.includes(clauseId)) + 1);
  }
  const row = (metric: string, value: number): EvalRow => ({
    name: "retrieval, rules",
    metric,
    value,
    n: questions.length,
  });
  const found = (depth: number) => ranks.filter((rank) => rank > 0 && rank <= depth).length / ranks.length;
  return [
    ...DEPTHS.map((depth) => row(`R@${depth}`, found(depth))),
    row("search p50 ms", quantile(times, 0.5)),
    row("search p95 ms", quantile(times, 0.95)),
    row("search p99 ms", quantile(times, 0.99)),
  ];
}

/** A rule text as a clause: its Markdown heading is its section. */
function clauseOf({ id, text }: z.infer<typeof ruleSchema>): PolicyClause {
  const [, section = "", body = text] = /^#+ +(.+)\n+([\s\S]+)$/.exec(text) ?? [];
  return {
    documentId: "rules",
    title: "",
    version: "1",
    plans: null,
    states: null,
    contractTypes: null,
    clauseId: id,
    section: section.trim(),
    kind: "condition",
    text: body,
  };
}

async function readRows<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const text = await readFile(path, "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

function quantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.floor((ordered.length - 1) * share)] ?? 0;
}
