import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { connect } from "../../support/client.ts";
import { runScript } from "../../support/run-script.ts";
import { ROOT, startServer } from "../../support/start-server.ts";
import { tempDir } from "../../support/temp-dir.ts";
import { printChanges } from "./changes.ts";
import { confusionOf } from "./confusion.ts";
import { isRight, type MatchedRow, matchRow } from "./match.ts";
import { type Caller, playRow } from "./play.ts";
import { phoneOf, recordsOf } from "./records.ts";
import { readSet, type SetRow } from "./row.ts";
import { isReported, readSampleSet } from "./samples.ts";
import { figuresOf } from "./score.ts";

/**
 * `npm run eval:sets -- [samples|callers|unscripted|<library folder>] [--part dev|report|all] [--verbose] [--against <earlier.json>] [--json <file>] [--width 16] [--shared <folder>]`: plays labelled
 * calls through a server's webhook and API, and scores its cards. A library is a folder with `library/`,
 * `customers.csv` and `questions.jsonl`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: "string", default: "all" },
    verbose: { type: "boolean", default: false },
    against: { type: "string" },
    json: { type: "string" },
    width: { type: "string", default: "16" },
    shared: { type: "string", default: join(ROOT, "../shared") },
  },
});
const SHARED = values.shared;
const written: Record<string, unknown> = {};
for (const name of positionals.length > 0 ? positionals : ["samples", "callers", "unscripted", "brightway"]) {
  if (name === "samples") {
    const rows = await readSampleSet(join(ROOT, "samples"));
    const part = rows.filter(
      (row) => values.part === "all" || isReported(row) === (values.part === "report"),
    );
    await run("samples", part, null);
    continue;
  }
  const cases = join(SHARED, "cases", `${name}.jsonl`);
  const folder = existsSync(name) ? name : join(SHARED, "libraries", name);
  const file = existsSync(cases) ? cases : join(folder, "questions.jsonl");
  if (!existsSync(file)) {
    console.log(`${name}: left out, ${file} is not there`);
    continue;
  }
  await run(basename(name), await readSet(file), file === cases ? null : folder);
}
if (values.json) await writeFile(values.json, JSON.stringify(written, null, 1));

async function run(name: string, rows: readonly SetRow[], folder: string | null): Promise<void> {
  await using data = await tempDir();
  for (const [script, source] of [
    ["ingest", "library"],
    ["customers", "customers.csv"],
  ] as const) {
    if (folder === null || !existsSync(join(folder, source))) continue;
    const done = await runScript(`apps/api/src/cli/${script}.ts`, [join(folder, source)], data.path);
    if (done.code !== 0) return console.log(`${name}: left out, ${done.stderr.trim().slice(0, 300)}`);
  }
  if (folder === null) {
    const file = join(data.path, "records.json");
    await writeFile(file, recordsOf(rows));
    const done = await runScript("apps/api/src/cli/customers.ts", [file], data.path);
    if (done.code !== 0) throw new Error(done.stderr);
  }
  await using server = await startServer({}, data.path);
  const played = await playAll(
    server.url,
    rows.map((row, index) => ({ row, phone: folder === null ? phoneOf(index) : null })),
  );
  const figures = figuresOf(played);
  const hidden = name === "samples" && values.part !== "dev";
  written[name] = { figures, rows: hidden ? [] : played };
  console.log(`\n${name}`);
  console.table(figures);
  console.table(confusionOf(played));
  if (values.against && !hidden) await printChanges(values.against, name, played);
  if (values.verbose && !hidden) for (const row of played) printWrong(row);
}

async function playAll(url: string, callers: readonly Caller[]): Promise<MatchedRow[]> {
  using client = connect(url);
  const played = new Map<Caller, MatchedRow>();
  const left = callers.values();
  const worker = async () => {
    for (const caller of left) played.set(caller, matchRow(await playRow(url, client, caller)));
  };
  await Promise.all(Array.from({ length: Number(values.width) }, worker));
  return callers.flatMap((caller) => played.get(caller) ?? []);
}

function printWrong({ row, pairs, extra }: MatchedRow): void {
  const wrong = pairs.filter(({ want, got }) => !isRight(want, got));
  if (wrong.length + extra.length === 0) return;
  console.log(`\n${row.id} ${row.turns.map(({ speaker, text }) => `${speaker[0]}: ${text}`).join(" | ")}`);
  for (const { want, got } of wrong) {
    const cited = got?.citations.map(({ documentId, clauseId }) => `${documentId}#${clauseId}`).join(" ");
    console.log(`  want ${want.decision} "${want.question}" ${want.clauses.join(" ")}`);
    console.log(
      got
        ? `  got  ${got.decision} "${got.question.text}" ${got.script}\n       cited ${cited}`
        : "  got  no card",
    );
  }
  for (const card of extra) console.log(`  extra ${card.decision} "${card.question.text}" ${card.script}`);
}
