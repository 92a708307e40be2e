import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type IntentLabel, intentLabelSchema } from "@live-copilot/shared";
import { asksSomething, HOME_TRADE, readContracts, readTurn } from "@live-copilot/shared/copilot";
import { z } from "zod";
import type { EvalRow } from "./eval-row.ts";

const intentRowSchema = z.object({ text: z.string(), intent: intentLabelSchema });
const bankingRowSchema = z.object({
  text: z.string(),
  isQuestion: z.boolean(),
  intent: intentLabelSchema.nullable(),
});
const spokenRowSchema = z.object({ text: z.string(), isQuestion: z.boolean() });

/**
 * How well the rules read a customer's turn, on the public sets of a folder: the intent of one turn (macro-F1 and
 * the share that is right; a turn that is given no intent counts as wrong) and whether it asks for something to be
 * looked up (F1). Each set is measured whole and by halves: even rows were looked at while the rules were written,
 * odd rows were only measured.
 */
export async function evaluateUnderstanding(folder: string): Promise<EvalRow[]> {
  const insurance = await readRows(join(folder, "intents-insurance.jsonl"), intentRowSchema);
  const spoken = await readRows(join(folder, "questions-spoken.jsonl"), spokenRowSchema);
  const banking = await readRows(join(folder, "questions-banking.jsonl"), bankingRowSchema);
  const labelled = banking.flatMap(({ text, intent }) => (intent ? [{ text, intent }] : []));
  return [
    ...byHalves("intent, insurance", insurance, intentFigures),
    ...byHalves("intent, banking", labelled, intentFigures),
    ...byHalves("asks something, spoken", spoken, questionFigures),
    ...byHalves("asks something, banking", banking, questionFigures),
    ...timeFigures(spoken),
  ];
}

type Figures = readonly (readonly [metric: string, value: number])[];

function byHalves<T>(name: string, rows: readonly T[], measure: (rows: readonly T[]) => Figures): EvalRow[] {
  const parts = [
    ["", rows],
    [", looked at", rows.filter((_, i) => i % 2 === 0)],
    [", only measured", rows.filter((_, i) => i % 2 === 1)],
  ] as const;
  return parts.flatMap(([part, some]) =>
    measure(some).map(([metric, value]) => ({ name: `${name}${part}`, metric, value, n: some.length })),
  );
}

function intentFigures(rows: readonly z.infer<typeof intentRowSchema>[]): Figures {
  const read = rows.map(({ text, intent }) => ({ is: intent, read: intentOf(text) }));
  const scores = intentLabelSchema.options.map((label) =>
    f1(read.map((row) => ({ is: row.is === label, read: row.read === label }))),
  );
  const right = read.filter((row) => row.is === row.read).length / read.length;
  return [
    ["macro-F1", scores.reduce((sum, score) => sum + score, 0) / scores.length],
    ["accuracy", right],
  ];
}

/** No library: what is measured is what callers say. */
const BOOK = readContracts([], { synonyms: [], trade: HOME_TRADE });

function intentOf(text: string): IntentLabel | undefined {
  return readTurn({
    segments: [{ segmentId: "1", text }],
    before: [],
    asked: [],
    intent: null,
    book: BOOK,
    synonyms: [],
  }).intent?.label;
}

function questionFigures(rows: readonly z.infer<typeof spokenRowSchema>[]): Figures {
  return [["F1", f1(rows.map(({ text, isQuestion }) => ({ is: isQuestion, read: asksSomething(text) })))]];
}

/** Milliseconds of one whole reading, warm. */
function timeFigures(rows: readonly { readonly text: string }[]): EvalRow[] {
  const times: number[] = [];
  for (const { text } of [...rows, ...rows, ...rows]) {
    const started = performance.now();
    intentOf(text);
    times.push(performance.now() - started);
  }
  const ordered = times.slice(rows.length).sort((a, b) => a - b);
  const at = (share: number) => ordered[Math.floor((ordered.length - 1) * share)] ?? 0;
  const row = (metric: string, value: number) => ({ name: "reading", metric, value, n: ordered.length });
  return [row("ms p50", at(0.5)), row("ms p99", at(0.99))];
}

function f1(rows: readonly { readonly is: boolean; readonly read: boolean }[]): number {
  const both = rows.filter(({ is, read }) => is && read).length;
  const either = rows.filter(({ is }) => is).length + rows.filter(({ read }) => read).length;
  return either === 0 ? 0 : (2 * both) / either;
}

async function readRows<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => schema.parse(JSON.parse(line)));
}
