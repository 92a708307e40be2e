import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { connect } from "../../support/client.ts";
import { runScript } from "../../support/run-script.ts";
import { startServer } from "../../support/start-server.ts";
import { tempDir } from "../../support/temp-dir.ts";
import { type MatchedRow, matchRow } from "./match.ts";
import { type Caller, playRow } from "./play.ts";
import { phoneOf, recordsOf } from "./records.ts";
import type { SetRow } from "./row.ts";
import { figuresOf } from "./score.ts";

/** Calls that are played at once. */
const WIDTH = 16;

/** A set that was played, and its figures. */
export interface PlayedSet {
  readonly played: readonly MatchedRow[];
  readonly figures: ReturnType<typeof figuresOf>;
}

/**
 * Plays a set's calls through a server of its own that holds the library of `folder` (null: the samples), and scores the
 * cards. `settings` are the server's. Throws where the library is refused, with the reason.
 */
export async function playSet(
  rows: readonly SetRow[],
  folder: string | null,
  settings: Readonly<Record<string, string>> = {},
): Promise<PlayedSet> {
  await using data = await tempDir();
  for (const [script, source] of [
    ["ingest", "library"],
    ["customers", "customers.csv"],
  ] as const) {
    if (folder === null || !existsSync(join(folder, source))) continue;
    const done = await runScript(`apps/api/src/cli/${script}.ts`, [join(folder, source)], data.path);
    if (done.code !== 0) throw new Error(done.stderr.trim().slice(0, 300));
  }
  if (folder === null) {
    const file = join(data.path, "records.json");
    await writeFile(file, recordsOf(rows));
    const done = await runScript("apps/api/src/cli/customers.ts", [file], data.path);
    if (done.code !== 0) throw new Error(done.stderr);
  }
  await using server = await startServer(settings, data.path);
  const callers = rows.map((row, index) => ({ row, phone: folder === null ? phoneOf(index) : null }));
  const played = await playAll(server.url, callers);
  return { played, figures: figuresOf(played) };
}

async function playAll(url: string, callers: readonly Caller[]): Promise<MatchedRow[]> {
  using client = connect(url);
  const played = new Map<Caller, MatchedRow>();
  const left = callers.values();
  const worker = async () => {
    for (const caller of left) played.set(caller, matchRow(await playRow(url, client, caller)));
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  return callers.flatMap((caller) => played.get(caller) ?? []);
}
