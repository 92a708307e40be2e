import { createWSClient, type TRPCWebSocketClient } from "@trpc/client";

/** The socket as the page sees it. Times are epoch milliseconds of this browser's clock. */
export type Connection =
  | { readonly phase: "connecting"; readonly since: number }
  | { readonly phase: "connected"; readonly since: number; readonly lostAt: number | null }
  | { readonly phase: "lost"; readonly since: number };

export interface Socket {
  readonly client: TRPCWebSocketClient;
  /** The same object until it changes. */
  connection(): Connection;
  subscribe(listener: () => void): () => void;
}

/** First at once, then slower, never more than 2 s apart, since a customer is talking; spread so that a room of pages does not knock together. */
function retryDelay(attempt: number): number {
  return attempt === 0 ? 150 : Math.min(400 * 2 ** attempt, 2000) * (0.75 + Math.random() / 2);
}

/** Opens the one WebSocket of the page and keeps it open. */
export function openSocket(url: string): Socket {
  const listeners = new Set<() => void>();
  let now: Connection = { phase: "connecting", since: Date.now() };
  const change = (next: Connection) => {
    now = next;
    for (const listener of listeners) listener();
  };
  const client = createWSClient({
    url,
    retryDelayMs: retryDelay,
    keepAlive: { enabled: true, intervalMs: 5000, pongTimeoutMs: 3000 },
    onOpen: () =>
      change({ phase: "connected", since: Date.now(), lostAt: now.phase === "lost" ? now.since : null }),
    onClose: () => {
      if (now.phase === "connected") change({ phase: "lost", since: Date.now() });
    },
  });
  return {
    client,
    connection: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Where the API listens: the page's own origin. */
export function socketUrl({ protocol, host }: Pick<Location, "protocol" | "host">): string {
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/trpc`;
}
