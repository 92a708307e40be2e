import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { connect } from "../../support/client.ts";
import { runScript } from "../../support/run-script.ts";
import { ROOT, startServer } from "../../support/start-server.ts";
import { tempDir } from "../../support/temp-dir.ts";
import { isRight, type MatchedRow, matchRow } from "./match.ts";
import { playRow } from "./play.ts";
import { readSet, type SetRow } from "./row.ts";
import { figuresOf } from "./score.ts";

/**
 * `npm run eval:sets -- [callers|unscripted|<library folder>] [--verbose] [--json <file>] [--width 16] [--shared <folder>]`: plays labelled
 * calls through a server's webhook and API, and scores its cards. A library is a folder with `library/`,
 * `customers.csv` and `questions.jsonl`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verbose: { type: "boolean", default: false },
    json: { type: "string" },
    width: { type: "string", default: "16" },
    shared: { type: "string", default: join(ROOT, "../shared") },
  },
});
const SHARED = values.shared;
const written: Record<string, unknown> = {};
for (const name of positionals.length > 0 ? positionals : ["callers", "unscripted", "brightway"]) {
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
  await using server = await startServer({}, data.path);
  const played = await playAll(server.url, rows);
  const figures = figuresOf(played);
  written[name] = { figures, rows: played };
  console.log(`\n${name}`);
  console.table(figures);
  if (values.verbose) for (const row of played) printWrong(row);
}

async function playAll(url: string, rows: readonly SetRow[]): Promise<MatchedRow[]> {
  using client = connect(url);
  const played = new Map<SetRow, MatchedRow>();
  const left = rows.values();
  const worker = async () => {
    for (const row of left) played.set(row, matchRow(await playRow(url, client, row)));
  };
  await Promise.all(Array.from({ length: Number(values.width) }, worker));
  return rows.flatMap((row) => played.get(row) ?? []);
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
