import { monitorEventLoopDelay } from "node:perf_hooks";
import type { FromServer, Usage } from "./server-messages.ts";

/** How often the event loop's delay is sampled; the histogram's values contain it. */
const SAMPLE_MS = 1;
const NS_PER_MS = 1_000_000;

/** Runs in a server's process: says where it listens, measures it, and stops it with the bench. */
export function putUnderTest(url: string, stop: () => Promise<void>): void {
  const delay = monitorEventLoopDelay({ resolution: SAMPLE_MS });
  delay.enable();
  let usedBefore = process.cpuUsage();
  const lateness = (ns: number) => Math.max(0, ns / NS_PER_MS - SAMPLE_MS);
  const takeUsage = (): Usage => {
    const { user, system } = process.cpuUsage(usedBefore);
    const loopDelay = {
      p50: lateness(delay.percentile(50)),
      p99: lateness(delay.percentile(99)),
      max: lateness(delay.max),
    };
    delay.reset();
    usedBefore = process.cpuUsage();
    return { cpuMs: (user + system) / 1000, loopDelay, memory: process.memoryUsage.rss() };
  };
  process.on("message", () => tell({ usage: takeUsage() }));
  // An interrupted bench disconnects; the server then ends in order and takes its data with it.
  process.on("SIGINT", () => undefined);
  process.once("disconnect", () => void stop().finally(() => process.exit()));
  tell({ url });
}

function tell(message: FromServer): void {
  if (process.connected) process.send?.(message);
}
