import { randomUUID } from "node:crypto";
import type { CreateFastifyContextOptions } from "@trpc/server/adapters/fastify";
import type { WebSocket } from "ws";
import type { ApiDeps } from "../deps.ts";
import type { SampleCalls } from "../samples/sample-calls.ts";

/** What every procedure gets: the server's parts, and the socket it answers on, if it is one. */
export interface ApiContext {
  readonly deps: ApiDeps;
  readonly samples: SampleCalls;
  /** The caller's WebSocket; null over plain HTTP. */
  readonly socket: WebSocket | null;
  /** Who is counted together for rate limits: one connection, or over plain HTTP one address. */
  readonly caller: string;
}

/** Makes the context of one HTTP request or of one WebSocket connection. */
export function contextMaker(deps: ApiDeps, samples: SampleCalls) {
  return ({ req, res }: CreateFastifyContextOptions): ApiContext => {
    // The adapter hands the WebSocket in the reply's place.
    const peer: unknown = res;
    const socket = isSocket(peer) ? peer : null;
    return { deps, samples, socket, caller: socket ? randomUUID() : (req.socket?.remoteAddress ?? "") };
  };
}

function isSocket(peer: unknown): peer is WebSocket {
  return typeof peer === "object" && peer !== null && "bufferedAmount" in peer;
}
