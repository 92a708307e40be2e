import { availableParallelism, cpus, loadavg } from "node:os";
import { divideCores } from "./cores.ts";
import { type BenchOptions, type PartName, readOptions, USAGE } from "./options.ts";
import type { PartResult, RunOptions } from "./part.ts";
import { cardPart } from "./parts/card.ts";
import { durablePart } from "./parts/durable.ts";
import { growthPart } from "./parts/growth.ts";
import { readingPart } from "./parts/reading.ts";
import { replicasPart } from "./parts/replicas.ts";
import { startPart } from "./parts/start.ts";
import { suggestionPart } from "./parts/suggestion.ts";
import { transcriptPart } from "./parts/transcript.ts";
import { round } from "./stats.ts";

const RUN: Record<PartName, (options: RunOptions) => Promise<PartResult>> = {
  // First, and on every core: it measures what a person waits for.
  start: startPart,
  // On every core too: several programs work together in these.
  transcript: transcriptPart,
  suggestion: suggestionPart,
  replicas: replicasPart,
  durable: durablePart,
  card: cardPart,
  growth: growthPart,
  reading: readingPart,
};

/** Parts in which one server and its load have a core each. */
const DIVIDED: ReadonlySet<PartName> = new Set(["durable", "card", "growth"]);

async function main(options: BenchOptions): Promise<void> {
  const machine = {
    at: new Date().toISOString(),
    node: process.version,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? "unknown",
    loadBefore: round(loadavg()[0] ?? 0),
  };
  const say = options.json ? () => undefined : console.log;
  say(`Node ${machine.node}, ${machine.cores} × ${machine.processor}, load ${machine.loadBefore} before`);
  const results: Partial<Record<PartName, PartResult>> = {};
  const { quick, profileFolder } = options;
  let run: RunOptions = { cores: { forServer: [] }, quick, profileFolder };
  for (const name of Object.keys(RUN) as PartName[]) {
    if (!options.parts.includes(name)) continue;
    if (DIVIDED.has(name) && run.cores.forServer.length === 0)
      run = { ...run, cores: divideCores(options.pin) };
    const result = await RUN[name](run);
    results[name] = result;
    if (!options.json) print(result);
  }
  if (options.json) console.log(JSON.stringify({ machine, quick, results }, null, 2));
}

function print({ title, rows, goals, notes }: PartResult): void {
  console.log(`\n${title}`);
  console.table(rows);
  for (const { goal, measured, reached } of goals) {
    console.log(`${reached ? "reached " : "NOT REACHED"} ${goal}: ${round(measured)}`);
  }
  for (const note of notes) console.log(`  ${note}`);
}

function readArguments(): BenchOptions | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return null;
  }
}

const options = readArguments();
if (options) await main(options);
else process.exitCode = 1;
