import {
  applyUpdate,
  type SessionState,
  type SuggestionUpdate,
  type TranscriptSegment,
} from "@live-copilot/shared";
import { type Line, putEarlier, putLine } from "./lines.ts";

/** What one call's page shows: the folded log, and beside it what is still being spoken or written. */
export interface Feed {
  readonly state: SessionState;
  /** Final words by (`atMs`, order of the log). */
  readonly lines: readonly Line[];
  /** Words that are still being spoken, the newest text of each segment. */
  readonly spoken: readonly TranscriptSegment[];
  /** Scripts that are still being written, by card. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Where the segments before these begin, or null when all are here. */
  readonly earlier: number | null;
}

/** `session.get` as the feed uses it. */
export interface FeedPage {
  readonly state: SessionState;
  readonly segments: readonly TranscriptSegment[];
  readonly earlier?: number | undefined;
  readonly seq: number;
}

export type FeedEvent =
  | { readonly type: "said"; readonly seq: number; readonly segment: TranscriptSegment }
  | { readonly type: "suggested"; readonly seq: number; readonly update: SuggestionUpdate }
  | { readonly type: "earlier"; readonly page: Pick<FeedPage, "segments" | "earlier"> };

export function openFeed(page: FeedPage): Feed {
  return {
    state: page.state,
    lines: putEarlier([], page.segments),
    spoken: [],
    scripts: new Map(),
    earlier: page.earlier ?? null,
  };
}

/** Folds one event into the feed. Pure; an event that comes twice changes nothing. */
export function foldFeed(feed: Feed, event: FeedEvent): Feed {
  switch (event.type) {
    case "said":
      return event.segment.final ? settle(feed, event.seq, event.segment) : speak(feed, event.segment);
    case "suggested":
      return suggest(feed, event.seq, event.update);
    case "earlier":
      return {
        ...feed,
        lines: putEarlier(feed.lines, event.page.segments),
        earlier: event.page.earlier ?? null,
      };
  }
}

function settle(feed: Feed, seq: number, segment: TranscriptSegment): Feed {
  const lines = putLine(feed.lines, segment, seq);
  const spoken = feed.spoken.filter(({ segmentId }) => segmentId !== segment.segmentId);
  return { ...feed, lines, spoken: spoken.length === feed.spoken.length ? feed.spoken : spoken };
}

function speak(feed: Feed, draft: TranscriptSegment): Feed {
  const isFinal = feed.lines.some(({ segment }) => segment.segmentId === draft.segmentId);
  if (isFinal) return feed;
  const index = feed.spoken.findIndex(({ segmentId }) => segmentId === draft.segmentId);
  const spoken = index < 0 ? [...feed.spoken, draft] : feed.spoken.with(index, draft);
  return { ...feed, spoken };
}

/**
 * A draft travels with the seq of the last event that was sent, so it must not pass through the fold that skips
 * what is not newer. It lives beside the state until its card arrives written, withdrawn or failed. What is away is no
 * event either, and is told in the same way.
 */
function suggest(feed: Feed, seq: number, update: SuggestionUpdate): Feed {
  const state = takeDegraded(applyUpdate(feed.state, seq, update), update);
  const scripts = new Map(feed.scripts);
  for (const draft of update.drafts ?? []) scripts.set(draft.cardId, draft.script);
  for (const id of scripts.keys()) {
    const card = state.cards.find((one) => one.id === id);
    if (card && card.status !== "sources") scripts.delete(id);
  }
  return { ...feed, state, scripts };
}

/** Of an update that is not newer, what is away is nevertheless the latest word on it. */
function takeDegraded(state: SessionState, { copilot }: SuggestionUpdate): SessionState {
  if (!copilot || copilot.degraded.join() === state.copilot.degraded.join()) return state;
  return { ...state, copilot: { ...state.copilot, degraded: copilot.degraded } };
}

/** How far the call has come by its own words, in milliseconds. */
export function spokenUntil(feed: Feed): number {
  const last = feed.lines.at(-1)?.segment;
  const open = feed.spoken.at(-1);
  return Math.max(last?.endOffsetMs ?? last?.atMs ?? 0, open?.atMs ?? 0);
}
