import { setTimeout as wait } from "node:timers/promises";
import { within } from "@live-copilot/shared/copilot";
import { newClient, type RedisClient } from "./client.ts";

/** A connection that comes back by itself. */
export interface Connection {
  /** The open client; null while Redis is away. */
  readonly client: () => RedisClient | null;
  /** Resolves when Redis answers, rejects at once while it is away. */
  ping(): Promise<void>;
  /** Ends it, with a moment for what is under way. */
  close(): Promise<void>;
}

export interface ConnectionUser {
  /** Gets a new client ready; `drop` gives it up later. Rejecting gives it up at once. */
  prepare(client: RedisClient, drop: (cause: unknown) => void): Promise<unknown>;
  /** Connected and ready. */
  up(): void;
  /** Lost, or not reached at another try. */
  down(cause: unknown): void;
}

/** For connecting, and again for getting ready. */
const READY_MS = 3_000;
const PING_MS = 500;
/** A connection that is silently dead (a failover, a cut cable) is noticed after about BEAT_MS + SILENT_MS. */
const BEAT_MS = 1_000;
const SILENT_MS = 2_000;
const GOODBYE_MS = 250;
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 1_000;

/** Connects, and connects again whenever the connection is lost, until it is closed. */
export function keepConnected(url: string, user: ConnectionUser): Connection {
  const ending = new AbortController();
  let current: RedisClient | null = null;
  let failures = 0;
  let drop: (cause: unknown) => void = () => undefined;

  /** One connection from its beginning to its end; gives why it ended. */
  async function live(client: RedisClient): Promise<unknown> {
    const over = new AbortController();
    const lost = Promise.withResolvers<unknown>();
    drop = lost.resolve;
    client.on("error", lost.resolve);
    try {
      await Promise.race([connect(client, over.signal), failing(lost.promise)]);
      await Promise.race([within(READY_MS, user.prepare(client, drop)), failing(lost.promise)]);
      current = client;
      failures = 0;
      user.up();
      return await Promise.race([lost.promise, silence(client, over.signal)]);
    } catch (error) {
      return error;
    } finally {
      over.abort();
      if (current && ending.signal.aborted) await sayGoodbye(client);
      current = null;
      client.destroy();
    }
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      const cause = await live(newClient(url));
      if (ending.signal.aborted) return;
      user.down(cause);
      await wait(retryAfter(++failures), undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    client: () => current,
    async ping() {
      if (!current) throw new Error("Redis is away");
      await within(PING_MS, current.ping());
    },
    async close() {
      ending.abort();
      drop(undefined);
      await running;
    },
  };
}

async function connect(client: RedisClient, over: AbortSignal): Promise<void> {
  const connecting = client.connect();
  // Given up while it was connecting, it must not stay open when it succeeds after all.
  void connecting.then(() => over.aborted && client.destroy()).catch(() => undefined);
  await within(READY_MS, connecting);
}

async function failing(lost: Promise<unknown>): Promise<never> {
  throw await lost;
}

/** Resolves with why, once the server does not answer any more, or when the connection is over. */
async function silence(client: RedisClient, over: AbortSignal): Promise<unknown> {
  try {
    for (;;) {
      await wait(BEAT_MS, undefined, { signal: over, ref: false });
      await within(SILENT_MS, client.ping());
    }
  } catch (error) {
    return error;
  }
}

/** What was sent last still goes out. */
async function sayGoodbye(client: RedisClient): Promise<void> {
  if (client.isReady) await within(GOODBYE_MS, client.close()).catch(() => undefined);
}

/** Longer after each failure, and never the same for two replicas, so that they do not all come at once. */
function retryAfter(failures: number): number {
  const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 10));
  return longest * (0.5 + Math.random() / 2);
}
