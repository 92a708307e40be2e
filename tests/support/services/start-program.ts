import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";

export interface ProgramOptions extends Pick<SpawnOptions, "uid" | "gid" | "cwd" | "env"> {
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
const KEPT_OUTPUT = 4_000;
const running = new Set<ChildProcess>();

// The last resort when the tests end without disposing what they started.
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a program and waits until it answers. Rejects with what it wrote when it ends or does not answer in time. */
export async function startProgram(
  program: string,
  args: readonly string[],
  { ready, withinMs = 60_000, ...options }: ProgramOptions,
): Promise<Program> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const keep = (text: string) => {
    output = (output + text).slice(-KEPT_OUTPUT);
  };
  child.stdout.setEncoding("utf8").on("data", keep);
  child.stderr.setEncoding("utf8").on("data", keep);
  await once(child, "spawn");
  running.add(child);
  child.once("exit", () => running.delete(child));
  const deadline = Date.now() + withinMs;
  while (!(await ready())) {
    if (hasEnded(child)) throw new Error(`${program} ended before it answered:\n${output}`);
    if (Date.now() > deadline) {
      await end(child, "SIGKILL");
      throw new Error(`${program} did not answer within ${withinMs} ms:\n${output}`);
    }
    await delay(LOOK_EVERY_MS);
  }
  return { pid: child.pid ?? 0, end: (signal) => end(child, signal) };
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
