import { parseArgs } from "node:util";
import { qualifyModel } from "@live-copilot/shared/copilot";
import { createMetrics } from "../metrics.ts";
import { openModels } from "../parts/open-model.ts";
import { Refusal, runCli } from "./run-cli.ts";
import { readSettings } from "./settings.ts";

const USAGE = `Plays a dozen built-in questions to the model, and says whether it may decide or only write.

  npm run model:check

It takes the server's settings (OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL). A server does the same by itself at its
first start with a model; OPENAI_DECIDES overrides what was found. Exit code 1 where the model may not decide.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h", default: false } } });
  if (values.help) return void process.stdout.write(USAGE);
  await using opened = new AsyncDisposableStack();
  const { advisor } = openModels(readSettings(), createMetrics(), opened);
  if (!advisor) throw new Refusal("No model is set: expected OPENAI_API_KEY or OPENAI_BASE_URL.");
  const { signal } = new AbortController();
  const { right, of, mayDecide } = await qualifyModel(advisor, Date.now, signal, (result) => {
    const wanted = result.accept.map((decision) => decision ?? "no decision").join(" or ");
    const mark = result.isRight ? "right" : result.promises ? "promises" : "wrong";
    process.stdout.write(`${mark.padEnd(9)}${result.got.padEnd(9)} wanted ${wanted}: ${result.said}\n`);
  });
  const end = mayDecide ? "It may decide." : "It may write; the rules decide.";
  process.stdout.write(`${advisor.engine}: ${right} of ${of} right. ${end}\n`);
  if (!mayDecide) process.exitCode = 1;
}

await runCli(main);
