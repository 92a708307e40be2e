import type { Api } from "../trpc.ts";
import { reasonOf } from "../trpc.ts";
import { type Feed, type FeedEvent, type FeedPage, foldFeed, openFeed } from "./feed.ts";
import { follow } from "./follow.ts";
import { clockLead, type Gap, saidMeanwhile } from "./missed.ts";

export type FeedView =
  | { readonly status: "loading" }
  | { readonly status: "missing" }
  | { readonly status: "failed"; readonly error: unknown }
  | { readonly status: "open"; readonly feed: Feed; readonly missed: ReadonlySet<string> };

export interface FeedStore {
  /** Follows the session until what it gives back is called. */
  start(): () => void;
  subscribe(listener: () => void): () => void;
  view(): FeedView;
  /** Fetches the segments before those that are here. */
  loadEarlier(): Promise<void>;
  retry(): void;
}

const RETRY_MS = 1000;
/** So long a call that was just announced may take until it is there. */
const FIRST_WORDS_MS = 2500;
const NONE: ReadonlySet<string> = new Set();

/** Follows one session: its state once, then what changes. Starts over by itself when the log was reset. */
export function createFeedStore(api: Api, sessionId: string): FeedStore {
  const listeners = new Set<() => void>();
  let view: FeedView = { status: "loading" };
  let stopFollowing = () => {};
  let run = 0;
  let startedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lead: number | null = null;
  let lastGap: number | undefined;

  const show = (next: FeedView) => {
    if (next === view) return;
    view = next;
    for (const listener of listeners) listener();
  };

  const fold = (event: FeedEvent) => {
    if (view.status !== "open") return;
    let { missed } = view;
    if (event.type === "said") {
      const gap = gapOf(api);
      if (saidMeanwhile(event.segment, gap, lead)) {
        missed = new Set(gap?.lostAt === lastGap ? missed : NONE).add(event.segment.segmentId);
        lastGap = gap?.lostAt;
      } else if (event.segment.final) lead = clockLead(lead, event.segment, Date.now());
    }
    const feed = foldFeed(view.feed, event);
    if (feed !== view.feed || missed !== view.missed) show({ status: "open", feed, missed });
  };

  const open = async () => {
    const mine = ++run;
    stopFollowing();
    clearTimeout(timer);
    try {
      const page: FeedPage = await api.client.session.get.query({ sessionId });
      if (mine !== run) return;
      show({ status: "open", feed: openFeed(page), missed: view.status === "open" ? view.missed : NONE });
      stopFollowing = follow(api, { sessionId, lastEventId: String(page.seq) }, { fold, broken: again });
    } catch (error) {
      if (mine !== run) return;
      failed(error);
    }
  };

  /** What is on the screen stays there while it is tried again; a call may be known before its first words. */
  const failed = (error: unknown) => {
    const missing = reasonOf(error) === "SESSION_NOT_FOUND";
    const early = missing && Date.now() - startedAt < FIRST_WORDS_MS;
    if (missing && !early) show({ status: "missing" });
    else if (!missing && view.status !== "open") show({ status: "failed", error });
    again();
  };
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(open, RETRY_MS);
  };

  return {
    start: () => {
      startedAt = Date.now();
      void open();
      return () => {
        run++;
        clearTimeout(timer);
        stopFollowing();
      };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    view: () => view,
    retry: () => void open(),
    loadEarlier: async () => {
      if (view.status !== "open" || view.feed.earlier === null) return;
      const before = view.feed.earlier;
      const page = await api.client.session.get.query({ sessionId, before });
      if (view.status === "open" && view.feed.earlier === before) fold({ type: "earlier", page });
    },
  };
}

function gapOf(api: Api): Gap | null {
  const now = api.socket.connection();
  return now.phase === "connected" && now.lostAt !== null ? { lostAt: now.lostAt, backAt: now.since } : null;
}
