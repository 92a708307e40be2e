import type { RedisClient } from "./client.ts";
import { type Connection, keepConnected } from "./connection.ts";
import { createSubscriptions, type Link } from "./subscriptions.ts";

/** The connection that listens, to just those channels that somebody here wants. */
export interface Listening extends Pick<Connection, "ping" | "close"> {
  /** Listens to a channel until what it gives back is called. */
  channel(name: string): () => void;
  /** The same for all channels that a pattern matches. */
  pattern(name: string): () => void;
}

export interface ListeningUser {
  hear(text: string, channel: string): void;
  /** All that is wanted is heard. */
  up(): void;
  down(cause: unknown): void;
}

export function keepListening(url: string, user: ListeningUser): Listening {
  const channels = createSubscriptions();
  const patterns = createSubscriptions();
  const detach = () => {
    channels.detach();
    patterns.detach();
  };
  const connection = keepConnected(url, {
    prepare: (client, drop) =>
      Promise.all([
        channels.attach(channelsOf(client, user.hear), drop),
        patterns.attach(patternsOf(client, user.hear), drop),
      ]),
    up: user.up,
    down(cause) {
      detach();
      user.down(cause);
    },
  });
  return {
    channel: channels.hold,
    pattern: patterns.hold,
    ping: connection.ping,
    async close() {
      detach();
      await connection.close();
    },
  };
}

function channelsOf(client: RedisClient, hear: ListeningUser["hear"]): Link {
  return {
    add: (added) => client.subscribe(added, hear),
    remove: (removed) => client.unsubscribe(removed, hear),
  };
}

function patternsOf(client: RedisClient, hear: ListeningUser["hear"]): Link {
  return {
    add: (added) => client.pSubscribe(added, hear),
    remove: (removed) => client.pUnsubscribe(removed, hear),
  };
}
