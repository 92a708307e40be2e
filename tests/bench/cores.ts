import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** Cores of this run: one for the server under test with all its threads, another for the load. */
export interface Cores {
  /** What starts a program on the server's core: to be put before its command. Empty where nothing is pinned. */
  readonly forServer: readonly string[];
}

/**
 * Puts this process on a core of its own, where the system can do that (taskset, two cores or more), so that server
 * and load do not take each other's time.
 */
export function divideCores(wanted: boolean): Cores {
  if (!wanted || availableParallelism() < 2) return { forServer: [] };
  const moved = spawnSync("taskset", ["-a", "-p", "-c", "1", String(process.pid)], { stdio: "ignore" });
  return { forServer: moved.status === 0 ? ["taskset", "-c", "0"] : [] };
}
