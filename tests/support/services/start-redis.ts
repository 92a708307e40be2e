import { connect } from "node:net";
import { tempDir } from "../temp-dir.ts";
import { freePort } from "./free-port.ts";
import { freshName } from "./fresh-name.ts";
import { needProgram } from "./installed.ts";
import { givenService, type Service } from "./service.ts";
import { type Program, startProgram } from "./start-program.ts";

/** How suites use a Redis: each under names of its own. */
export interface RedisAddress {
  /** `redis://host:port` */
  readonly url: string;
  /** What a suite's channels and keys begin with, new at each call. */
  prefix(): string;
}

export interface RedisService extends RedisAddress, Service {}

export function redisAddress(url: string): RedisAddress {
  return { url, prefix: freshName };
}

/**
 * Starts Debian's redis-server on a free port, keeping nothing on disk; where REDIS_URL is set, gives that server.
 * Throws ServiceMissingError.
 */
export async function startRedis(): Promise<RedisService> {
  const given = process.env["REDIS_URL"];
  if (given) return { ...redisAddress(given), ...givenService("REDIS_URL") };
  const program = needProgram("redis-server");
  const dir = await tempDir();
  const port = await freePort();
  const args = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  let server: Program | undefined;
  const start = async () => {
    server = await startProgram(program, args, { folder: dir.path, ready: () => answersPing(port) });
  };
  const stop = async () => server?.end("SIGKILL");
  await start();
  return {
    ...redisAddress(`redis://127.0.0.1:${port}`),
    canStop: true,
    start,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      await dir[Symbol.asyncDispose]();
    },
  };
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" }, () => socket.write("PING\r\n"));
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("data", (data) => answer(String(data).startsWith("+PONG")));
    socket.once("error", () => answer(false));
  });
}
