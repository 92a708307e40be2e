import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { RunOptions } from "./part.ts";
import type { FromServer, Usage } from "./server-messages.ts";

/** A server under test, in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** What the process used since this was last asked. */
  takeUsage(): Promise<Usage>;
}

export interface ServerOptions {
  /** A file of this folder. */
  readonly script: string;
  readonly args?: readonly string[];
  /** Goes before the command, to choose its core. */
  readonly prefix: readonly string[];
  /** Node writes a CPU profile there when the server stops. */
  readonly profileFolder?: string | undefined;
}

/** Starts a server and waits until it listens. */
export async function startServerProcess(options: ServerOptions): Promise<ServerProcess> {
  const child = spawnServer(options);
  const { url } = await answer(child, (message) => ("url" in message ? message : null));
  return {
    url,
    takeUsage() {
      const usage = answer(child, (message) => ("usage" in message ? message.usage : null));
      child.send("usage");
      return usage;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

function spawnServer({ script, args = [], prefix, profileFolder }: ServerOptions): ChildProcess {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const profiling = profileFolder ? ["--cpu-prof", `--cpu-prof-dir=${profileFolder}`] : [];
  const [command = process.execPath, ...rest] = [...prefix, process.execPath, ...profiling, file, ...args];
  return spawn(command, rest, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

function answer<T>(child: ChildProcess, read: (message: FromServer) => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("The server under test ended."));
    const onMessage = (message: FromServer) => {
      const wanted = read(message);
      if (wanted === null) return;
      child.off("message", onMessage);
      child.off("exit", onExit);
      resolve(wanted);
    };
    child.on("message", onMessage);
    child.once("exit", onExit);
  });
}

/** Starts our server, over the services that these settings name. */
export function startOurs(
  { cores, profileFolder }: Pick<RunOptions, "cores" | "profileFolder">,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const args = [JSON.stringify(settings)];
  return startServerProcess({ script: "live-copilot.ts", args, prefix: cores.forServer, profileFolder });
}
