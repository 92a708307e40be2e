import { setTimeout as sleep } from "node:timers/promises";
import type { WebSocket } from "ws";

/** Bytes that may wait in a socket's buffer before its subscriptions stop sending. */
const MAX_BUFFERED = 256 * 1024;
/** A socket that takes nothing for this long is closed. */
const STALLED_MS = 30_000;
const LOOK_MS = 20;
/** WebSocket close code "try again later" (RFC 6455 registry). */
const TRY_AGAIN_LATER = 1013;

/** Whether a subscription may go on sending at once. */
export function isDrained(socket: WebSocket | null): boolean {
  return socket === null || socket.bufferedAmount <= MAX_BUFFERED;
}

/**
 * Waits until the socket has taken most of what was sent, so that one that stopped reading costs bounded memory.
 * One that takes nothing for 30 s is closed. False when the subscription is over.
 */
export async function drained(socket: WebSocket | null, signal: AbortSignal): Promise<boolean> {
  let least = Number.POSITIVE_INFINITY;
  let movedAt = Date.now();
  while (socket !== null && !isDrained(socket) && !signal.aborted) {
    if (socket.bufferedAmount < least) {
      least = socket.bufferedAmount;
      movedAt = Date.now();
    }
    if (Date.now() - movedAt > STALLED_MS) {
      socket.close(TRY_AGAIN_LATER, "not reading");
      socket.terminate();
      return false;
    }
    await sleep(LOOK_MS);
  }
  return !signal.aborted;
}
