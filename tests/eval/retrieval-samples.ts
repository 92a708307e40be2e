import type { PolicyHit } from "@live-copilot/shared";
import { retrieveClauses } from "@live-copilot/shared/copilot";
import { indexLibrary } from "./decisions-library.ts";
import { type DecisionQuestion, questionAsked, readDecisionQuestions } from "./decisions-questions.ts";
import type { EvalRow } from "./eval-row.ts";

/** Clauses that the advisor is given at most, as in the server. */
const CLAUSES = 12;
/** Passes over the questions; the first warms the code up and is not timed. */
const PASSES = 5;

interface Found {
  /** Of the expected clauses, the share that is among the hits. */
  readonly share: number;
  readonly ms: readonly number[];
}

/**
 * How often the clauses that answer a labelled question of a samples folder are among those that are retrieved, whole
 * and by halves: odd rows (q-001, q-003 …) were looked at while the rules were written, even ones only measured. And
 * the milliseconds of one retrieval, warm.
 */
export async function evaluateSampleRetrieval(samplesFolder: string): Promise<EvalRow[]> {
  const library = await indexLibrary(samplesFolder);
  const rows = await readDecisionQuestions(samplesFolder);
  const found: Found[] = [];
  for (const row of rows) found.push(await find(row, library));
  const expecting = (_: Found, i: number) => (rows[i]?.clauses.length ?? 0) > 0;
  const halves = [
    ["", found.filter(expecting)],
    [", looked at", found.filter((one, i) => i % 2 === 0 && expecting(one, i))],
    [", only measured", found.filter((one, i) => i % 2 === 1 && expecting(one, i))],
  ] as const;
  const times = found.flatMap(({ ms }) => ms).toSorted((a, b) => a - b);
  const time = (metric: string, share: number): EvalRow => ({
    name: "retrieval, samples",
    metric,
    value: times[Math.floor((times.length - 1) * share)] ?? 0,
    n: times.length,
  });
  return [
    ...halves.flatMap(([half, some]) => shareRows(`retrieval, samples${half}`, some)),
    time("retrieve p50 ms", 0.5),
    time("retrieve p95 ms", 0.95),
    time("retrieve p99 ms", 0.99),
  ];
}

function shareRows(name: string, found: readonly Found[]): EvalRow[] {
  const mean = (value: (one: Found) => number) =>
    found.length === 0 ? 0 : found.reduce((sum, one) => sum + value(one), 0) / found.length;
  return [
    { name, metric: "an expected clause", value: mean(({ share }) => (share > 0 ? 1 : 0)), n: found.length },
    { name, metric: "of those expected", value: mean(({ share }) => share), n: found.length },
  ];
}

async function find(
  row: DecisionQuestion,
  { index, synonyms }: Awaited<ReturnType<typeof indexLibrary>>,
): Promise<Found> {
  const { question } = questionAsked(row, synonyms);
  const { plan, state, contractType } = row;
  const scope = { plan, state, contractType, at: row.contractStart ?? row.at };
  const query = { text: question.search, situation: question.situation, scope, limit: CLAUSES };
  let hits: readonly PolicyHit[] = [];
  const ms: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    const started = performance.now();
    hits = await retrieveClauses({ index }, query);
    if (pass > 0) ms.push(performance.now() - started);
  }
  const ids = new Set(hits.map(({ clauseId }) => clauseId));
  return { share: row.clauses.filter((id) => ids.has(id)).length / (row.clauses.length || 1), ms };
}
