import { existsSync } from "node:fs";
import { join } from "node:path";
import { evaluateCalls } from "./calls.ts";
import { closeEvalIndexes, evalFolder } from "./eval-index.ts";
import type { EvalRow } from "./eval-row.ts";
import { evaluateRetrieval } from "./retrieval.ts";
import { evaluateUnderstanding } from "./understanding.ts";

/**
 * `npm run eval:data -- <folder of public data>`: every figure of how well the copilot understands, finds and decides.
 * What a folder does not hold is left out with a line that says so. With `--milvus host:port` policies are found by
 * that Milvus instead of the index in memory.
 */
const folder = evalFolder;

/** Each evaluation, where its data lies, and the file without which it cannot run. */
const EVALUATIONS: readonly {
  readonly name: string;
  readonly folder: string | undefined;
  readonly needs: string;
  readonly run: (folder: string) => Promise<EvalRow[]>;
}[] = [
  { name: "understanding", folder, needs: "questions-spoken.jsonl", run: evaluateUnderstanding },
  { name: "retrieval", folder, needs: "rules-questions.jsonl", run: evaluateRetrieval },
  { name: "sample calls", folder: "samples", needs: "calls", run: evaluateCalls },
];

for (const evaluation of EVALUATIONS) {
  const missing = whatIsMissing(evaluation);
  if (missing) console.log(`${evaluation.name}: left out, ${missing}`);
  else if (evaluation.folder) print(await evaluation.run(evaluation.folder));
}
await closeEvalIndexes();

function whatIsMissing({ folder: from, needs }: (typeof EVALUATIONS)[number]): string | null {
  if (from === undefined) return "no folder of public data was given (npm run eval:data -- <folder>)";
  return existsSync(join(from, needs)) ? null : `${join(from, needs)} is not there`;
}

function print(rows: readonly EvalRow[]): void {
  for (const { name, metric, value, n } of rows) {
    console.log(`${name.padEnd(40)}${metric.padEnd(22)}${value.toFixed(3).padStart(8)}   n=${n}`);
  }
}
