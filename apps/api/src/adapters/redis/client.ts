import { createClient } from "@redis/client";
import { DRAFT_SCRIPTS } from "./draft-scripts.ts";

/** Commands that may be under way; what comes beyond them is refused, so that a server that hangs costs no memory. */
const MAX_UNDER_WAY = 4_096;
const CONNECT_MS = 2_000;

/**
 * A client that connects once: it neither connects again nor keeps commands for later, since hints and drafts are
 * worth nothing when they are late. Throws when the address is no Redis address.
 */
export function newClient(url: string) {
  const client = createClient({
    url,
    scripts: DRAFT_SCRIPTS,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MAX_UNDER_WAY,
    // Ours is the heartbeat of the connection; a timer for each command would be one for each hint.
    commandOptions: { timeout: 0 },
    maintNotifications: "disabled",
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false },
  });
  // An error without a listener would end the process. Whoever waits for the connection hears of it too.
  client.on("error", () => undefined);
  return client;
}

export type RedisClient = ReturnType<typeof newClient>;
