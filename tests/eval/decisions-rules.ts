import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createPolicyIndex } from "@live-copilot/api/adapters/minisearch/policy-index.ts";
import type { PolicyClause } from "@live-copilot/shared";
import {
  adviseByRules,
  checkCitations,
  type PolicyScope,
  retrieveClauses,
} from "@live-copilot/shared/copilot";
import { z } from "zod";
import type { EvalRow } from "./eval-row.ts";

const ruleSchema = z.object({ id: z.string(), text: z.string() });
const questionSchema = z.object({
  question: z.string(),
  scenario: z.string(),
  clauses: z.array(z.string()),
  decision: z.enum(["Yes", "No", "More"]),
  history: z.array(z.object({ follow_up_question: z.string(), follow_up_answer: z.string() })),
});
const SCOPE: PolicyScope = { plan: null, state: null, contractType: null, at: "2026-01-01" };

/**
 * A look at how the rules decide on public rule texts of quite another kind (`rules-clauses.jsonl`,
 * `rules-questions.jsonl`): Yes, No, or More where a follow-up question is needed (our Partial and Unknown).
 */
export async function evaluateRuleTexts(folder: string): Promise<EvalRow[]> {
  const rules = await readRows(join(folder, "rules-clauses.jsonl"), ruleSchema);
  const index = createPolicyIndex();
  await index.rebuild(rules.map(clauseOf), []);
  const given: { want: string; got: string }[] = [];
  for (const row of await readRows(join(folder, "rules-questions.jsonl"), questionSchema)) {
    const answers = row.history.map((one) => `${one.follow_up_question} ${one.follow_up_answer}.`);
    const situation = [row.scenario, ...answers].join(" ");
    const hits = await retrieveClauses({ index }, { text: row.question, situation, scope: SCOPE, limit: 12 });
    const question = {
      text: row.question,
      kind: "coverage" as const,
      segmentIds: [],
      search: row.question,
      situation,
    };
    const request = { question, hits, scope: SCOPE, today: SCOPE.at, customer: null };
    const { decision } = checkCitations(adviseByRules(request));
    given.push({ want: row.decision, got: decision === "Yes" || decision === "No" ? decision : "More" });
  }
  const share = (metric: string, right: (one: { want: string; got: string }) => boolean): EvalRow => ({
    name: "decisions, rule texts",
    metric,
    value: given.filter(right).length / given.length,
    n: given.length,
  });
  return [
    share("accuracy", ({ want, got }) => want === got),
    share("wrong Yes, of all", ({ want, got }) => got === "Yes" && want !== "Yes"),
    share("wrong No, of all", ({ want, got }) => got === "No" && want !== "No"),
  ];
}

function clauseOf({ id, text }: z.infer<typeof ruleSchema>): PolicyClause {
  const [, section = "", body = text] = /^#+ +(.+)\n+([\s\S]+)$/.exec(text) ?? [];
  const head = {
    documentId: "rules",
    title: "",
    version: "1",
    plans: null,
    states: null,
    contractTypes: null,
  };
  return { ...head, clauseId: id, section: section.trim(), kind: "condition", text: body };
}

async function readRows<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
