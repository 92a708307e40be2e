import { createHash } from "node:crypto";
import type { PlainEvent } from "@live-copilot/shared";

/** How an event is told from another one that merely looks the same. */
export type EventIdentity =
  | { readonly known: true; readonly segmentId: string }
  /** Nothing identifies it: it is new unless it repeats the session's last segment within two seconds. */
  | { readonly known: false };

/**
 * The event's identity: its segmentId; else session, speaker, offset and text; else the request's
 * Idempotency-Key and the event's place in the array.
 */
export function identifyEvent(event: PlainEvent, text: string, idempotencyKey: string | null): EventIdentity {
  const { segmentId, speaker, beginOffsetMs } = event;
  if (segmentId !== undefined) return { known: true, segmentId };
  if (beginOffsetMs !== undefined) {
    return { known: true, segmentId: `o-${fingerprint([speaker, beginOffsetMs, text])}` };
  }
  return idempotencyKey === null
    ? { known: false }
    : { known: true, segmentId: `k-${fingerprint([idempotencyKey])}` };
}

/** A short fingerprint of some values, the same everywhere and always. */
export function fingerprint(values: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 22);
}
