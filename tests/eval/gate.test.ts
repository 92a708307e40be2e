import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connect } from "../support/client.ts";
import { ROOT, startServer } from "../support/start-server.ts";
import { tempDir } from "../support/temp-dir.ts";
import { runProbe } from "./probe/run-probe.ts";
import { playSet } from "./sets/play-set.ts";
import { readSet } from "./sets/row.ts";
import { isReported, readSampleSet } from "./sets/samples.ts";

/**
 * Thresholds a little under what was reached: a change that decides worse does not land unnoticed. Figures are of what
 * the server shows, asked through the webhook and the API.
 */
const LEAST: Readonly<
  Record<string, { accuracy: number; proved: number; falseYes: number; falseNo: number }>
> = JSON.parse(await readFile(join(import.meta.dirname, "thresholds.json"), "utf8"));
const SHARED = join(ROOT, "../shared");
const TIMEOUT = 120_000;

function check(name: string, figures: Awaited<ReturnType<typeof playSet>>["figures"]): void {
  const least = LEAST[name];
  if (!least) throw new Error(`thresholds.json has no "${name}"`);
  expect(figures["decisionAccuracy"]).toBeGreaterThanOrEqual(least.accuracy);
  expect(figures["rightAndProved"]).toBeGreaterThanOrEqual(least.proved);
  expect(figures["falseYes"]).toBeLessThanOrEqual(least.falseYes);
  expect(figures["falseNo"]).toBeLessThanOrEqual(least.falseNo);
}

test("the samples' report part is decided as rightly as before", { timeout: TIMEOUT }, async () => {
  const rows = (await readSampleSet(join(ROOT, "samples"))).filter(isReported);
  check("samples", (await playSet(rows, null)).figures);
});

const callers = join(SHARED, "cases/callers.jsonl");
test.skipIf(!existsSync(callers))(
  "callers who speak as they like are answered as rightly as before",
  { timeout: TIMEOUT },
  async () => {
    check("callers", (await playSet(await readSet(callers), null)).figures);
  },
);

const brightway = join(SHARED, "libraries/brightway");
test.skipIf(!existsSync(brightway))(
  "another company's contract is read as rightly as before",
  { timeout: TIMEOUT },
  async () => {
    check("brightway", (await playSet(await readSet(join(brightway, "questions.jsonl")), brightway)).figures);
  },
);

test("the sample library is answered by what it says itself", { timeout: TIMEOUT }, async () => {
  await using data = await tempDir();
  await using server = await startServer({}, data.path);
  using client = connect(server.url);
  const answers = await runProbe(server.url, client, { plan: "Premier", state: "OH" });
  const right = answers.filter(({ isRight }) => isRight).length;
  expect(right / answers.length).toBeGreaterThan(0.88);
});
