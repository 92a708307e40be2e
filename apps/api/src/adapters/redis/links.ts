import { within } from "@live-copilot/shared/copilot";
import { newClient, type RedisClient } from "./client.ts";
import { keepConnected } from "./connection.ts";
import { loadScripts } from "./draft-shelf.ts";
import { keepListening } from "./listening.ts";
import type { Names } from "./names.ts";

/** What comes from Redis, as it came. */
export interface Heard {
  hint(sessionId: string, text: string): void;
  draft(sessionId: string, text: string): void;
}

/** The two connections: one that sends, and one that listens. */
export interface Links {
  /** Where to bring what comes. */
  hear(heard: Heard): void;
  /** To send with; null while it is away. */
  publisher(): RedisClient | null;
  /** Listens to a channel until what it gives back is called. */
  listen(channel: string): () => void;
  listenToAnyHint(): () => void;
  /** Calls back when all that is listened to is heard again after it was not. Returns what stops it. */
  onRestored(listener: () => void): () => void;
  /** Resolves when both answer, rejects at once when one is away. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface LinkOptions {
  readonly url: string;
  readonly names: Names;
  readonly onState?: (state: "up" | "away", cause?: unknown) => void;
}

/** What hints and drafts between processes are made of. */
export interface SharedDeps {
  readonly links: Links;
  readonly names: Names;
  /** Names this process: it does not listen to itself. */
  readonly origin: string;
}

/** How long a start waits for Redis; after that it goes on without. */
const START_MS = 1_500;

/**
 * Opens both connections, and keeps them open. Resolves when they are, or when Redis turns out to be away; rejects when
 * the address cannot be one.
 */
export async function openLinks({ url, names, onState }: LinkOptions): Promise<Links> {
  newClient(url).destroy();
  const restored = new Set<() => void>();
  const tried = Promise.withResolvers<void>();
  const state = stateTeller((now, cause) => {
    tried.resolve();
    onState?.(now, cause);
  });
  let heard: Heard | undefined;
  const sending = keepConnected(url, {
    prepare: loadScripts,
    up: () => state.up("sending"),
    down: (cause) => state.down("sending", cause),
  });
  const listening = keepListening(url, {
    hear(text, channel) {
      const sessionId = names.sessionOf(channel);
      if (sessionId === null) return;
      if (channel === names.hintChannel(sessionId)) heard?.hint(sessionId, text);
      else heard?.draft(sessionId, text);
    },
    up() {
      state.up("listening");
      for (const listener of restored) listener();
    },
    down: (cause) => state.down("listening", cause),
  });
  await within(START_MS, tried.promise).catch(() => undefined);
  return {
    hear(by) {
      heard = by;
    },
    publisher: sending.client,
    listen: listening.channel,
    listenToAnyHint: () => listening.pattern(names.anyHint),
    onRestored(onRestored) {
      const listener = () => onRestored();
      restored.add(listener);
      return () => void restored.delete(listener);
    },
    ping: async () => void (await Promise.all([sending.ping(), listening.ping()])),
    async close() {
      restored.clear();
      await Promise.all([sending.close(), listening.close()]);
    },
  };
}

/** Stops two things at once. */
export function both(one: () => void, other: () => void): () => void {
  return () => {
    one();
    other();
  };
}

type End = "sending" | "listening";

/** One state for both ends: up when both are, away when one is not. Tells only what is new. */
function stateTeller(tell: (state: "up" | "away", cause?: unknown) => void) {
  const up = new Set<End>();
  let told: "up" | "away" | undefined;
  const settle = (state: "up" | "away", cause?: unknown) => {
    if (told === state) return;
    told = state;
    tell(state, cause);
  };
  return {
    up(end: End) {
      if (up.add(end).size === 2) settle("up");
    },
    down(end: End, cause: unknown) {
      up.delete(end);
      settle("away", cause);
    },
  };
}
