import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSessionLog } from "@live-copilot/api/adapters/sqlite/session-log.ts";
import type { SessionEvent } from "@live-copilot/shared";
import { expect, test } from "vitest";
import { readWhole, upTo } from "../support/read-whole.ts";
import { tempDir } from "../support/temp-dir.ts";

const SCRIPT = fileURLToPath(new URL("../support/append-until-killed.ts", import.meta.url));

/** After how many acknowledged events each process is killed; the file goes from one to the next. */
const ROUNDS = [1, 40, 300, 2_000];

test("what was acknowledged is there after kill -9, without a gap, and the log goes on", async () => {
  await using dir = await tempDir();
  const file = join(dir.path, "sessions.db");
  const acknowledged: string[] = [];
  for (const [round, count] of ROUNDS.entries()) {
    acknowledged.push(...(await killAfter(count, [file, `round-${round}`])));
    const stored = await readAll(file);
    for (const events of stored) expect(events.map(({ seq }) => seq)).toEqual(upTo(events.length));
    const all = stored.flat();
    const there = new Set(all.map(({ sessionId, seq, key }) => `${sessionId} ${seq} ${key}`));
    expect(acknowledged.filter((line) => !there.has(line))).toEqual([]);
    expectWholeCalls(all);
  }
  expect(acknowledged.length).toBeGreaterThan(2_341);
});

/** Starts the process, kills it in the middle of its appends; gives the whole lines that it printed. */
async function killAfter(count: number, args: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = await printedUntil(child, count);
  expect(lines.length).toBeGreaterThanOrEqual(count);
  return lines;
}

async function printedUntil(child: ChildProcess, count: number): Promise<string[]> {
  let printed = "";
  const closed = once(child, "close");
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    printed += chunk;
    if (printed.split("\n").length > count) child.kill("SIGKILL");
  });
  expect(await closed).toEqual([null, "SIGKILL"]);
  // A last line without its end may have been cut.
  return printed.split("\n").slice(0, -1);
}

async function readAll(file: string): Promise<SessionEvent[][]> {
  const log = await openSessionLog({ file });
  try {
    return await Promise.all(["call-0", "call-1", "call-2"].map((sessionId) => readWhole(log, sessionId)));
  } finally {
    await log.close();
  }
}

/** A call of three facts was stored with all of them or none: `…a`, `…b` and `…c` come together. */
function expectWholeCalls(events: readonly SessionEvent[]): void {
  const keys = new Set(events.map(({ key }) => key));
  const parts = events.filter(({ key }) => /[abc]$/.test(key)).map(({ key }) => key.slice(0, -1));
  for (const call of new Set(parts)) {
    expect(["a", "b", "c"].filter((part) => keys.has(call + part))).toEqual(["a", "b", "c"]);
  }
}
