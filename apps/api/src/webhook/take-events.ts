import { CopilotError, type NewFact, type PlainEvent, type SegmentFact } from "@live-copilot/shared";
import {
  type Appended,
  type InOrder,
  inOrder,
  type SessionLog,
  type Signals,
} from "@live-copilot/shared/copilot";
import { LRUCache } from "lru-cache";
import type { TurnWorker } from "../turns/turn-worker.ts";
import { type CallContexts, callContexts } from "./call-context.ts";
import { fingerprint } from "./identify-event.ts";
import { type KeyedEvent, type SettledEvent, settleEvents } from "./settle-events.ts";

export interface TakeDeps {
  readonly log: SessionLog;
  readonly signals: Signals;
  readonly turns: Pick<TurnWorker, "look" | "customerSpoke" | "otherSpoke">;
  readonly pauseMs: number;
  readonly now: () => number;
}

/** How many events were taken, and how many of the others changed nothing because they were known. */
export interface Taken {
  readonly accepted: number;
  readonly duplicates: number;
}

/** Stores the events of one request, in order per session, and resolves once they are durable. */
export type TakeEvents = (events: readonly PlainEvent[], idempotencyKey: string | null) => Promise<Taken>;

interface Taker extends TakeDeps {
  readonly contexts: CallContexts;
  readonly finals: LRUCache<string, true>;
  readonly inOrder: InOrder;
}

/** Finals that are remembered, so that a late partial of theirs is ignored. */
const FINALS = 50_000;
/** Events that waited so long for others of their session are refused, so that no line grows while the log is away. */
const PATIENCE_MS = 4_000;

/** Makes the verb that the webhook calls. */
export function eventTaker(deps: TakeDeps): TakeEvents {
  const finals = new LRUCache<string, true>({ max: FINALS });
  const taker: Taker = { ...deps, contexts: callContexts(), finals, inOrder: inOrder() };
  return async (events, idempotencyKey) => {
    const sessions = Map.groupBy(
      events.map((event, place) => ({ event, place })),
      ({ event }) => event.sessionId,
    );
    const taken = [...sessions].map(([sessionId, placed]) => {
      const keyed = placed.map(({ event, place }) => ({
        event,
        key: idempotencyKey && `${place}:${idempotencyKey}`,
      }));
      return takeSession(taker, sessionId, keyed);
    });
    const counts = await Promise.all(taken);
    const accepted = counts.reduce((sum, count) => sum + count, 0);
    return { accepted, duplicates: events.length - accepted };
  };
}

/** Takes one session's events; gives how many were new. Those that nothing identifies wait for each other. */
function takeSession(taker: Taker, sessionId: string, keyed: readonly KeyedEvent[]): Promise<number> {
  const nameless = keyed.some(
    ({ event, key }) => !key && event.segmentId === undefined && event.beginOffsetMs === undefined,
  );
  const work = () => storeEvents(taker, sessionId, keyed);
  if (!nameless) return work();
  const until = performance.now() + PATIENCE_MS;
  return taker.inOrder(sessionId, async () => {
    if (performance.now() < until) return work();
    throw new CopilotError("UNAVAILABLE", "The session's log does not answer.", { retryAfter: 1 });
  });
}

async function storeEvents(taker: Taker, sessionId: string, keyed: readonly KeyedEvent[]): Promise<number> {
  const head = await taker.log.head(sessionId);
  const settled = await settleEvents(taker, { sessionId, keyed, startedAt: head?.startedAt });
  const facts: NewFact[] = [];
  for (const { event, segment } of settled) {
    const context = taker.contexts.factOf(event, head?.startedAt);
    if (context) facts.push(context);
    if (event.final) facts.push(segmentFact(segment, `segment:${segment.segmentId}`));
  }
  const drafts = settled.filter(({ event }) => !event.final).filter((draft) => showDraft(taker, draft));
  if (facts.length === 0) return drafts.length;
  const appended = await taker.log.append(sessionId, facts, dueAt(taker, facts));
  const corrections = await appendCorrections(taker, sessionId, facts, appended);
  const [first] = appended;
  const startedAt = head?.startedAt ?? (first?.event.seq === 1 ? first.event.at : undefined);
  if (startedAt !== undefined) {
    for (const { event } of appended) taker.contexts.stored(sessionId, event, startedAt);
  }
  return drafts.length + noteStored(taker, sessionId, [...appended, ...corrections]);
}

/** Shows a draft; one whose final is known changes nothing. */
function showDraft(taker: Taker, { event, segment }: SettledEvent): boolean {
  const { sessionId } = event;
  if (taker.finals.has(finalKey(sessionId, segment.segmentId))) return false;
  taker.signals.draft(sessionId, {
    lane: "transcript",
    id: segment.segmentId,
    segment: { ...segment, sessionId, final: false },
  });
  return true;
}

function segmentFact(data: SegmentFact, key: string): NewFact {
  return { kind: "segment", key, data };
}

/** A final under a known id with other words is a correction; with the same words it is a duplicate. */
async function appendCorrections(
  taker: Taker,
  sessionId: string,
  facts: readonly NewFact[],
  appended: readonly Appended[],
) {
  const corrections = facts.flatMap((fact, index) => {
    const stored = appended[index];
    if (fact.kind !== "segment" || !stored?.duplicate || stored.event.kind !== "segment") return [];
    if (stored.event.data.text === fact.data.text) return [];
    const key = `segment:${fact.data.segmentId}:${fingerprint([fact.data.text])}`;
    return [segmentFact({ ...inPlaceOf(stored.event.data, fact.data), corrected: true }, key)];
  });
  return corrections.length === 0 ? [] : taker.log.append(sessionId, corrections, dueAt(taker, corrections));
}

/** The later words where the first ones stand, unless they bring offsets of their own. */
function inPlaceOf(first: SegmentFact, later: SegmentFact): SegmentFact {
  if (later.beginOffsetMs !== undefined) return later;
  const { atMs, beginOffsetMs, endOffsetMs } = first;
  return {
    ...(beginOffsetMs === undefined ? {} : { beginOffsetMs }),
    ...(endOffsetMs === undefined ? {} : { endOffsetMs }),
    ...later,
    atMs,
  };
}

/** Work is due from before the words are stored: after the pause, at once where the context is new. */
function dueAt({ now, pauseMs }: Taker, facts: readonly NewFact[]): number | undefined {
  if (facts.some(({ kind }) => kind === "context")) return now();
  const customers = facts.some((fact) => fact.kind === "segment" && fact.data.speaker === "CUSTOMER");
  return customers ? now() + pauseMs : undefined;
}

/** Tells drafts and turns of what is stored now; gives how many segments were new. */
function noteStored(taker: Taker, sessionId: string, appended: readonly Appended[]): number {
  let fresh = 0;
  for (const { event, duplicate } of appended) {
    if (event.kind === "context" && !duplicate) taker.turns.look(sessionId);
    if (event.kind !== "segment") continue;
    taker.finals.set(finalKey(sessionId, event.data.segmentId), true);
    taker.signals.dropDraft(sessionId, "transcript", event.data.segmentId);
    if (duplicate) continue;
    fresh += 1;
    if (event.data.speaker === "CUSTOMER") taker.turns.customerSpoke(sessionId);
    else taker.turns.otherSpoke(sessionId);
  }
  return fresh;
}

function finalKey(sessionId: string, segmentId: string): string {
  return `${sessionId}\n${segmentId}`;
}
