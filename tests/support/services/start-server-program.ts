import { tempDir } from "../temp-dir.ts";
import { freePort } from "./free-port.ts";
import type { Service } from "./service.ts";
import { type Program, startProgram } from "./start-program.ts";

interface ServerProgram {
  readonly program: string;
  /** Its arguments, for a port of loopback and an empty folder of its own. */
  readonly args: (port: number, folder: string) => readonly string[];
  /** Whether it answers on the port. */
  readonly ready: (port: number) => Promise<boolean>;
}

/** Starts a server that is one program, on a free port with its data in a folder that is deleted in the end. */
export async function startServerProgram({
  program,
  args,
  ready,
}: ServerProgram): Promise<Service & { readonly port: number }> {
  const dir = await tempDir();
  const port = await freePort();
  let server: Program | undefined;
  const start = async () => {
    const options = { folder: dir.path, ready: () => ready(port) };
    server = await startProgram(program, args(port, dir.path), options);
  };
  const stop = async () => server?.end("SIGKILL");
  await start();
  return {
    port,
    canStop: true,
    start,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      await dir[Symbol.asyncDispose]();
    },
  };
}
