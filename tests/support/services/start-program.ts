import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface ProgramOptions extends Pick<SpawnOptions, "uid" | "gid"> {
  /** Where it runs, and where what it writes is kept. */
  readonly folder: string;
  /** Resolves to true when the program answers. */
  readonly ready: () => Promise<boolean>;
  /** It must answer within so many milliseconds. */
  readonly withinMs?: number;
}

/** A running program of ours, known by its process id. */
export interface Program {
  readonly pid: number;
  /** Ends it with this signal and waits until it is gone; nothing to do when it has ended by itself. */
  end(signal: NodeJS.Signals): Promise<void>;
}

const LOOK_EVERY_MS = 25;
const SHOWN = 4_000;
const running = new Set<ChildProcess>();

// The last resort when the tests end without disposing what they started.
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a program and waits until it answers. Rejects with what it wrote when it ends or does not answer in time. */
export async function startProgram(
  program: string,
  args: readonly string[],
  { ready, folder, withinMs = 60_000, ...owner }: ProgramOptions,
): Promise<Program> {
  const log = join(folder, `${basename(program)}.log`);
  // Into a file: a pipe would fill up, and the program stop, while the tests are too busy to read it.
  await using output = await open(log, "a");
  const child = spawn(program, args, { ...owner, cwd: folder, stdio: ["ignore", output.fd, output.fd] });
  await once(child, "spawn");
  running.add(child);
  child.once("exit", () => running.delete(child));
  const deadline = Date.now() + withinMs;
  while (!(await ready())) {
    if (hasEnded(child)) throw new Error(`${program} ended before it answered:\n${await lastOf(log)}`);
    if (Date.now() > deadline) {
      await end(child, "SIGKILL");
      throw new Error(`${program} did not answer within ${withinMs} ms:\n${await lastOf(log)}`);
    }
    await delay(LOOK_EVERY_MS);
  }
  return { pid: child.pid ?? 0, end: (signal) => end(child, signal) };
}

async function lastOf(log: string): Promise<string> {
  return (await readFile(log, "utf8")).slice(-SHOWN);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}
