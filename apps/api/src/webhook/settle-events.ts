import { randomUUID } from "node:crypto";
import type { PlainEvent, SegmentFact } from "@live-copilot/shared";
import { maskNumbers, type SessionLog } from "@live-copilot/shared/copilot";
import { identifyEvent } from "./identify-event.ts";

interface SettleDeps {
  readonly log: Pick<SessionLog, "before">;
  readonly now: () => number;
}

/** An event, and what its request says of its identity. */
export interface KeyedEvent {
  readonly event: PlainEvent;
  readonly key: string | null;
}

/** An event with its identity settled and its text masked. */
export interface SettledEvent {
  readonly event: PlainEvent;
  readonly segment: SegmentFact;
}

/** A sender may repeat an event that nothing identifies within this time. */
const REPEAT_MS = 2000;

interface Unsettled {
  readonly sessionId: string;
  readonly keyed: readonly KeyedEvent[];
  /** When the session's log began; undefined where it has none. */
  readonly startedAt: string | undefined;
}

/** Gives every event its segment, with an id, a masked text and a place on the session's time line. */
export async function settleEvents(taker: SettleDeps, { sessionId, keyed, startedAt: began }: Unsettled) {
  const now = taker.now();
  const startedAt = began === undefined ? now : Date.parse(began);
  let last: SegmentFact | null = null;
  const settled: SettledEvent[] = [];
  for (const { event, key } of keyed) {
    const text = maskNumbers(event.text.trim());
    const identity = identifyEvent(event, text, key);
    if (!identity.known) last ??= await lastSegment(taker, sessionId);
    const repeated =
      last !== null &&
      last.text === text &&
      last.speaker === event.speaker &&
      now - Date.parse(last.receivedAt) < REPEAT_MS;
    const segmentId: string = identity.known
      ? identity.segmentId
      : repeated && last
        ? last.segmentId
        : randomUUID();
    const { speaker, beginOffsetMs, endOffsetMs } = event;
    last = {
      segmentId,
      speaker,
      text,
      atMs: beginOffsetMs ?? Math.max(0, now - startedAt),
      receivedAt: new Date(now).toISOString(),
      ...(beginOffsetMs === undefined ? {} : { beginOffsetMs }),
      ...(endOffsetMs === undefined ? {} : { endOffsetMs }),
    };
    settled.push({ event, segment: last });
  }
  return settled;
}

async function lastSegment({ log }: SettleDeps, sessionId: string): Promise<SegmentFact | null> {
  const [last] = await log.before(sessionId, Number.MAX_SAFE_INTEGER, { kinds: ["segment"], limit: 1 });
  return last?.kind === "segment" ? last.data : null;
}
