import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { atMost, type PartResult, type RunOptions } from "../part.ts";
import { median, round } from "../stats.ts";
import { cloneInstalled } from "./clone.ts";

const LOOK_MS = 10;
const GIVE_UP_MS = 60_000;

/** `npm start` with new data until the page is served: the first time, when it is built, and once it is built. */
export async function startPart({ quick }: RunOptions): Promise<PartResult> {
  const first: Started[] = [];
  const again: Started[] = [];
  for (let turn = 0; turn < (quick ? 1 : 3); turn += 1) {
    await using clone = await cloneInstalled();
    first.push(await timeStart(clone.path));
    again.push(await timeStart(clone.path));
  }
  const seconds = (starts: readonly Started[]) => median(starts.map(({ pageMs }) => pageMs)) / 1000;
  const row = (what: string, starts: readonly Started[]) => ({
    what,
    "s to the page": round(seconds(starts)),
    "slowest s": round(Math.max(...starts.map(({ pageMs }) => pageMs)) / 1000),
    documents: starts[0]?.documents ?? 0,
    starts: starts.length,
  });
  return {
    title: "npm start → served page, with new data",
    rows: [
      row("first start after install: the page is built", first),
      row("later start: the page is there", again),
    ],
    goals: [
      atMost("first start, s: under 5", seconds(first), 5),
      atMost("later start, s: under 5", seconds(again), 5),
    ],
    notes: ["a clone of the last commit with the installed packages; DATA_DIR new each time, samples loaded"],
  };
}

interface Started {
  readonly pageMs: number;
  /** Policy documents that the server then answers from. */
  readonly documents: number;
}

async function timeStart(folder: string): Promise<Started> {
  const dataDir = await mkdtemp(join(tmpdir(), "live-copilot-start-"));
  const url = `http://127.0.0.1:${await freePort()}`;
  const begun = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: folder,
    detached: true,
    stdio: "ignore",
    env: { ...process.env, DATA_DIR: dataDir, PORT: new URL(url).port, LOG_LEVEL: "error" },
  });
  try {
    await untilPage(url, begun);
    const pageMs = performance.now() - begun;
    const answer = await fetch(`${url}/trpc/policy.list?input=${encodeURIComponent("{}")}`);
    const list: { result: { data: { documents: unknown[] } } } = JSON.parse(await answer.text());
    return { pageMs, documents: list.result.data.documents.length };
  } finally {
    await stopGroup(child);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function untilPage(url: string, begun: number): Promise<void> {
  while (performance.now() - begun < GIVE_UP_MS) {
    const page = await fetch(url).then(
      (response) => (response.ok ? response.text() : ""),
      () => "",
    );
    if (page.includes("<script") && page.includes('id="root"')) return;
    await sleep(LOOK_MS);
  }
  throw new Error("No page was served within a minute.");
}

/** npm starts a shell that starts the server: all of them, and nothing else, are in the child's own group. */
async function stopGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = once(child, "exit");
  process.kill(-child.pid, "SIGTERM");
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address === "string" || address === null) throw new Error("No port could be had.");
  return address.port;
}
