import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../../support/start-server.ts";
import { printChanges } from "./changes.ts";
import { confusionOf } from "./confusion.ts";
import { isRight, type MatchedRow } from "./match.ts";
import { playSet } from "./play-set.ts";
import { readSet, type SetRow } from "./row.ts";
import { isReported, readSampleSet } from "./samples.ts";
import { figuresOf } from "./score.ts";

const USAGE = `Plays labelled calls through a server's webhook and API, and scores its cards.

  npm run eval -- [set ...] [options]

A set is samples, the name of a file of cases (callers, unscripted, everyday) or of a library, or a library's folder with
library/, customers.csv and questions.jsonl. Without one, all sets that are there are played.

  --part dev|report|all   of sets in two halves, the one to develop with or the one that is only reported (all)
  --verbose               every wrong row of what may be looked at
  --against <file>        what changed since that --json
  --json <file>           writes figures and rows
  --trade home|none       with the words of home service, or with the library's alone (home)
  --shared <folder>       where further cases and libraries are (../shared)
`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: "string", default: "all" },
    verbose: { type: "boolean", default: false },
    against: { type: "string" },
    json: { type: "string" },
    trade: { type: "string", default: "home" },
    help: { type: "boolean", short: "h", default: false },
    shared: { type: "string", default: join(ROOT, "../shared") },
  },
});
if (values.help) {
  process.stdout.write(USAGE);
  process.exit();
}
const SHARED = values.shared;
const OWN = join(ROOT, "tests/eval");
/** A library's questions: in one file, or in a half to develop with and a half that is only reported. */
const FILES = [
  ["questions.jsonl", ""],
  ["questions-dev.jsonl", "dev"],
  ["questions-report.jsonl", "report"],
] as const;
const written: Record<string, unknown> = {};
const all: MatchedRow[] = [];
for (const name of positionals.length > 0 ? positionals : await setsThere()) {
  if (name === "samples") {
    const rows = await readSampleSet(join(ROOT, "samples"));
    const part = rows.filter(
      (row) => values.part === "all" || isReported(row) === (values.part === "report"),
    );
    await run("samples", part, null);
    continue;
  }
  const cases = [SHARED, OWN]
    .map((from) => join(from, "cases", `${name}.jsonl`))
    .find((one) => existsSync(one));
  const folders = [name, ...[SHARED, OWN].map((from) => join(from, "libraries", name))];
  const folder = folders.find((one) => existsSync(one)) ?? name;
  if (cases !== undefined) {
    await run(name, await readSet(cases), null);
    continue;
  }
  for (const [file, part] of FILES) {
    if (!existsSync(join(folder, file)) || !(values.part === "all" || part === "" || part === values.part))
      continue;
    await run(
      `${basename(name)}${part === "" ? "" : `, ${part}`}`,
      await readSet(join(folder, file)),
      folder,
    );
  }
}
if (all.length > 0) {
  console.log("\nall sets");
  console.table(figuresOf(all));
}
if (values.json) await writeFile(values.json, JSON.stringify(written, null, 1));

/** The sets that are there: the samples, calls over the sample library, every library; beside the project and our own. */
async function setsThere(): Promise<string[]> {
  const [cases, libraries] = await Promise.all(
    ["cases", "libraries"].map(async (kind) => {
      const folders = [SHARED, OWN].map((from) => join(from, kind)).filter((one) => existsSync(one));
      return (await Promise.all(folders.map((folder) => readdir(folder)))).flat();
    }),
  );
  return ["samples", ...(cases ?? []).map((file) => basename(file, ".jsonl")), ...(libraries ?? [])];
}

async function run(name: string, rows: readonly SetRow[], folder: string | null): Promise<void> {
  const result = await playSet(rows, folder, { TRADE: values.trade }).catch((error: unknown) =>
    String(error),
  );
  if (typeof result === "string") return console.log(`${name}: left out, ${result}`);
  const { played, figures } = result;
  const hidden = (name === "samples" || name.endsWith(", report")) && values.part !== "dev";
  written[name] = { figures, rows: hidden ? [] : played };
  all.push(...played);
  console.log(`\n${name}`);
  console.table(figures);
  console.table(confusionOf(played));
  if (values.against && !hidden) await printChanges(values.against, name, played);
  if (values.verbose && !hidden) for (const row of played) printWrong(row);
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
