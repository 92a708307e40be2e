import { setTimeout as sleep } from "node:timers/promises";
import { within } from "@live-copilot/shared/copilot";
import { MilvusClient } from "@zilliz/milvus2-sdk-node";
import { unavailable } from "./milvus-error.ts";

/** One client; every call through `ask` ends in time and fails as CopilotError UNAVAILABLE. */
export interface MilvusConnection {
  /**
   * Asks Milvus something; rejects with UNAVAILABLE after `timeoutMs` in any case. The limit is to be given to the
   * SDK as well where it is above LOOK_MS, which is the SDK's own.
   */
  ask<T>(question: (client: MilvusClient, limit: CallLimit) => Promise<T>, timeoutMs: number): Promise<T>;
  close(): Promise<void>;
}

export interface CallLimit {
  /** Milliseconds. */
  readonly timeout: number;
}

export interface MilvusServer {
  /** `host:port` or a URL. */
  readonly address: string;
  /** `user:password` or an API key. */
  readonly token?: string | undefined;
}

/** A call that changes nothing and that nobody waits for on the phone: listing, describing, counting. */
export const LOOK_MS = 3_000;
/** One that writes, loads or reads many rows. */
export const WORK_MS = 60_000;
/** Calls that run at once; they share one connection. */
const MOST_CALLS = 64;
const RECONNECT_MS = 500;
/** How soon a connection is known to be dead on which nothing comes any more; servers end one that pings too often. */
const KEEPALIVE_MS = 30_000;
/** Closing waits this long for calls that are under way. */
const CLOSE_MS = 1_000;

/**
 * Opens nothing yet: the first call connects, and each later one connects again where the server was away. The SDK's
 * own greeting is left out, since a failed one would stay failed, and so is its telemetry. A call whose connection broke
 * is made once more, at once: every call may be made twice.
 */
export function connectMilvus({ address, token }: MilvusServer): MilvusConnection {
  const client = new MilvusClient({
    address,
    ...(token !== undefined && { token }),
    __SKIP_CONNECT__: true,
    telemetry: { enabled: false },
    logLevel: "error",
    maxRetries: 1,
    timeout: LOOK_MS,
    pool: { min: 1, max: MOST_CALLS },
    channelOptions: {
      "grpc.keepalive_time_ms": KEEPALIVE_MS,
      "grpc.initial_reconnect_backoff_ms": RECONNECT_MS,
      "grpc.min_reconnect_backoff_ms": RECONNECT_MS,
      "grpc.max_reconnect_backoff_ms": RECONNECT_MS,
    },
  });
  return {
    async ask(question, timeoutMs) {
      try {
        return await within(timeoutMs, question(client, { timeout: timeoutMs }));
      } catch (error) {
        throw unavailable(error);
      }
    },
    async close() {
      await Promise.race([client.closeConnection(), sleep(CLOSE_MS, undefined, { ref: false })]);
    },
  };
}
