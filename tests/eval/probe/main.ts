import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connect } from "../../support/client.ts";
import { runScript } from "../../support/run-script.ts";
import { ROOT, startServer } from "../../support/start-server.ts";
import { tempDir } from "../../support/temp-dir.ts";
import { runProbe } from "./run-probe.ts";

/**
 * `npm run eval:probe -- [<library folder> …] [--plan <name>] [--state <code>] [--verbose]`: asks a library what it says
 * itself ("Is my <heading> covered?", each entry of its lists, each option bought and not). Without a folder: the samples
 * under Premier. Needs no labels; wrong answers are listed.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plan: { type: "string" },
    state: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});

for (const folder of positionals.length > 0 ? positionals : [join(ROOT, "samples")]) {
  await using data = await tempDir();
  const library = join(folder, "library");
  if (!existsSync(library)) {
    console.log(`${folder}: left out, it has no library/`);
    continue;
  }
  const done = await runScript("apps/api/src/cli/ingest.ts", [library], data.path);
  if (done.code !== 0) {
    console.log(`${folder}: left out, ${done.stderr.trim().slice(0, 300)}`);
    continue;
  }
  await using server = await startServer({}, data.path);
  using client = connect(server.url);
  const isSamples = folder.endsWith("samples");
  const plan = values.plan ?? (isSamples ? "Premier" : null);
  const answers = await runProbe(server.url, client, {
    plan,
    state: values.state ?? (isSamples ? "OH" : null),
  });
  const right = answers.filter(({ isRight }) => isRight).length;
  console.log(`\n${folder}: ${right} of ${answers.length} right (${(right / answers.length).toFixed(3)})`);
  const kinds = Map.groupBy(answers, ({ question }) => question.of);
  for (const [kind, some] of kinds)
    console.log(`  ${kind.padEnd(20)}${some.filter(({ isRight }) => isRight).length} of ${some.length}`);
  for (const { question, card } of answers.filter((one) => !one.isRight && values.verbose)) {
    const cited = card.citations.map(({ clauseId }) => clauseId).join(" ");
    console.log(
      `  ${question.of}: ${question.ask} [${question.options.join()}] want ${question.accept.join("/")} got ${card.decision} (${card.reason}) ${cited}`,
    );
  }
}
