import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Schedule } from "./open-loop.ts";

/** A process that inserts into MongoDB and does nothing else. */
export interface BareInserts extends AsyncDisposable {
  /** Inserts at this schedule; gives the latencies, milliseconds from the time at which each insert was due. */
  run(schedule: Schedule): Promise<readonly number[]>;
}

/** Starts it over a database in which our server has stored events, of which it takes its documents. */
export async function startBareInserts(mongoUri: string): Promise<BareInserts> {
  const script = fileURLToPath(new URL("../references/bare-insert.ts", import.meta.url));
  const child = fork(script, [mongoUri], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const answer = async (): Promise<unknown> => {
    const ended = new AbortController();
    const onExit = () => ended.abort(new Error("The process of the bare inserts ended."));
    child.once("exit", onExit);
    const [message] = await once(child, "message", { signal: ended.signal });
    child.off("exit", onExit);
    return message;
  };
  await answer();
  return {
    async run(schedule) {
      const latencies = answer();
      child.send(schedule);
      return (await latencies) as readonly number[];
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
