import type { EventOf } from "../domain/session-event.ts";
import { isBackchannel } from "./understand/backchannel.ts";
import { plainText } from "./understand/plain-text.ts";
import { isUnfinished } from "./understand/unfinished.ts";

type SegmentEvent = EventOf<"segment">;

export interface TurnTiming {
  /** Silence after which a turn is over, milliseconds. */
  readonly pauseMs: number;
  /** A turn is over after this long in any case, milliseconds. */
  readonly maxMs: number;
}

/** A customer's turn that is over: its segments in spoken order, and when it was known to be over (epoch ms). */
export interface ClosedTurn {
  readonly segments: readonly SegmentEvent[];
  readonly overAt: number;
}

export interface TakenTurns {
  readonly closed: readonly ClosedTurn[];
  /** When the turn that is still open will be over if nothing more is said (epoch ms). */
  readonly openUntil: number | null;
}

export interface SpokenSoFar {
  /** The session's segments from its first unworked one on, both speakers, in any order. */
  readonly segments: readonly SegmentEvent[];
  /** Seqs of those that no claim holds. */
  readonly unworked: ReadonlySet<number>;
  /** When the customer was last heard speaking a draft, epoch ms. */
  readonly draftAt?: number | undefined;
  readonly now: number;
}

/**
 * Splits what was said into turns. Fragments of the customer's that follow each other are one turn; it ends after
 * the pause, at once when another speaker's final follows or the offsets show a longer pause, and after the
 * longest time in any case. Words that break off are waited for a little longer, and a listener's "mm-hm" ends nothing.
 * Pure: the same words at the same time give the same turns on any replica.
 */
export function takeTurns(spoken: SpokenSoFar, timing: TurnTiming): TakenTurns {
  const ordered = [...spoken.segments].sort((a, b) => a.data.atMs - b.data.atMs || a.seq - b.seq);
  const closed: ClosedTurn[] = [];
  let open: SegmentEvent[] = [];
  const close = (overAt: number) => {
    if (open.length > 0) closed.push({ segments: open, overAt });
    open = [];
  };
  for (const segment of ordered) {
    // "Mm-hm" ends nobody's turn; the pause still does.
    if (segment.data.speaker !== "CUSTOMER" && open.length > 0 && isBackchannel(segment.data.text)) continue;
    const mine = segment.data.speaker === "CUSTOMER" && spoken.unworked.has(segment.seq);
    if (!mine) close(heardAt(segment));
    else if (breaksTurn(open, segment, timing)) close(lastHeard(open) + pauseAfter(open, timing));
    if (mine) open.push(segment);
  }
  const openUntil = endOf(open, spoken.draftAt, timing);
  if (openUntil === null || openUntil > spoken.now) return { closed, openUntil };
  close(openUntil);
  return { closed, openUntil: null };
}

function breaksTurn(open: readonly SegmentEvent[], next: SegmentEvent, timing: TurnTiming): boolean {
  const first = open[0];
  const last = open.at(-1);
  if (!first || !last) return false;
  return silenceMs(last, next) > pauseAfter(open, timing) || next.data.atMs - first.data.atMs > timing.maxMs;
}

/** How many pauses words that break off in the middle of a sentence are waited for. */
const UNFINISHED_PAUSES = 4;
/** Fragments of a turn that tell together whether its words break off: "is my" and "ice maker in the garage". */
const FRAGMENTS_READ = 4;

/** The silence that ends a turn: longer where its last words want their end. */
function pauseAfter(open: readonly SegmentEvent[], { pauseMs }: TurnTiming): number {
  const words = open
    .slice(-FRAGMENTS_READ)
    .map(({ data }) => plainText(data.text))
    .join(" ");
  return isUnfinished(words) ? pauseMs * UNFINISHED_PAUSES : pauseMs;
}

/** Silence between two fragments: by the source's offsets where both have them, else by their receipt. */
function silenceMs(last: SegmentEvent, next: SegmentEvent): number {
  const { beginOffsetMs } = next.data;
  const end = last.data.endOffsetMs;
  if (beginOffsetMs !== undefined && end !== undefined) return beginOffsetMs - end;
  return heardAt(next) - heardAt(last);
}

function endOf(
  open: readonly SegmentEvent[],
  draftAt: number | undefined,
  timing: TurnTiming,
): number | null {
  if (open.length === 0) return null;
  const quietFrom = Math.max(lastHeard(open), draftAt ?? 0);
  return Math.min(quietFrom + pauseAfter(open, timing), Math.min(...open.map(heardAt)) + timing.maxMs);
}

function lastHeard(open: readonly SegmentEvent[]): number {
  return Math.max(...open.map(heardAt));
}

function heardAt(segment: SegmentEvent): number {
  return Date.parse(segment.data.receivedAt);
}
