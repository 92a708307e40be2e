import { connect } from "node:net";
import { freshName } from "./fresh-name.ts";
import { needProgram } from "./installed.ts";
import { givenService, type Service } from "./service.ts";
import { startServerProgram } from "./start-server-program.ts";

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
  const { port, ...service } = await startServerProgram({
    program: needProgram("redis-server"),
    args: (port) => ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    ready: answersPing,
  });
  return { ...redisAddress(`redis://127.0.0.1:${port}`), ...service };
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
