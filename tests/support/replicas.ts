import { once } from "node:events";
import { type ServerProcess, startProcess } from "./start-process.ts";

/** Servers over the same stores, each in a process of its own. */
export interface Replicas extends AsyncDisposable {
  /** Where each of them listens; another address after a restart. */
  readonly urls: readonly string[];
  /** The nth one's address; whatever n is. */
  url(n: number): string;
  /** Kills one as a power cut would. */
  kill(n: number): Promise<void>;
  /** Kills one and starts it again. */
  restart(n: number): Promise<void>;
}

/** Starts so many servers with the same settings. */
export async function startReplicas(count: number, settings: Record<string, string>): Promise<Replicas> {
  const start = () => startProcess({ ...settings, SAMPLE_DATA: "1", TURN_PAUSE_MS: "200" });
  const running: ServerProcess[] = [await start()];
  // The first one fills the stores; the others find them full.
  running.push(...(await Promise.all(Array.from({ length: count - 1 }, start))));
  const at = (n: number): ServerProcess => {
    const replica = running[n % running.length];
    if (!replica) throw new Error("There is no replica.");
    return replica;
  };
  const kill = async (n: number) => {
    const { child } = at(n);
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  };
  return {
    get urls() {
      return running.map(({ url }) => url);
    },
    url: (n) => at(n).url,
    kill,
    async restart(n) {
      await kill(n);
      running[n % running.length] = await start();
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(running.map((replica) => replica[Symbol.asyncDispose]()));
    },
  };
}
