import type { Connection } from "../connection.ts";
import { type Feed, type FeedEvent, type FeedPage, foldFeed, openFeed } from "./feed.ts";
import { clockLead, type Gap, saidMeanwhile } from "./missed.ts";

export type FeedView =
  | { readonly status: "loading" }
  | { readonly status: "missing" }
  | { readonly status: "failed"; readonly error: unknown }
  | { readonly status: "open"; readonly feed: Feed; readonly missed: ReadonlySet<string> };

const NONE: ReadonlySet<string> = new Set();

/** Holds what the page shows of one session, and tells those who listen when it changed. */
export function createFeedView(connection: () => Connection) {
  const listeners = new Set<() => void>();
  let view: FeedView = { status: "loading" };
  let lead: number | null = null;
  let lastGap: number | undefined;

  const show = (next: FeedView) => {
    view = next;
    for (const listener of listeners) listener();
  };

  /** Marks of one gap only: the next one that brought words takes their place. */
  const missedWith = (event: FeedEvent, missed: ReadonlySet<string>) => {
    if (event.type !== "said" || !event.segment.final) return missed;
    const gap = gapOf(connection());
    if (!saidMeanwhile(event.segment, gap, lead)) {
      lead = clockLead(lead, event.segment, Date.now());
      return missed;
    }
    const before = gap?.lostAt === lastGap ? missed : NONE;
    lastGap = gap?.lostAt;
    return new Set(before).add(event.segment.segmentId);
  };

  return {
    view: () => view,
    show,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (page: FeedPage) =>
      show({ status: "open", feed: openFeed(page), missed: view.status === "open" ? view.missed : NONE }),
    fold: (event: FeedEvent) => {
      if (view.status !== "open") return;
      const missed = missedWith(event, view.missed);
      const feed = foldFeed(view.feed, event);
      if (feed !== view.feed || missed !== view.missed) show({ status: "open", feed, missed });
    },
  };
}

function gapOf(now: Connection): Gap | null {
  return now.phase === "connected" && now.lostAt !== null ? { lostAt: now.lostAt, backAt: now.since } : null;
}
