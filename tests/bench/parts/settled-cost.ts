import { setTimeout as sleep } from "node:timers/promises";
import type { ServerProcess } from "../server-process.ts";

/** What still runs behind the answers is over when a step used less than this, milliseconds of processor time. */
const QUIET_MS = 15;
const STEP_MS = 300;

/** Milliseconds of processor time that work takes on a server, with what it leaves to be done behind it. */
export async function settledCost(server: ServerProcess, work: () => Promise<unknown>): Promise<number> {
  await untilQuiet(server);
  await work();
  return untilQuiet(server);
}

/** Waits until a server has nothing to do; gives the milliseconds of processor time that it used until then. */
export async function untilQuiet(server: ServerProcess): Promise<number> {
  let used = (await server.takeUsage()).cpuMs;
  for (let step = Number.POSITIVE_INFINITY; step > QUIET_MS; ) {
    await sleep(STEP_MS);
    step = (await server.takeUsage()).cpuMs;
    used += step;
  }
  return used;
}
