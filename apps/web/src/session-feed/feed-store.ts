import { type Api, reasonOf } from "../trpc.ts";
import { createFeedView, type FeedView } from "./feed-view.ts";
import { follow } from "./follow.ts";

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

/** Follows one session: its state once, then what changes. Starts over by itself when the log was reset. */
export function createFeedStore(api: Api, sessionId: string): FeedStore {
  const { open, fold, show, view, subscribe } = createFeedView(api.socket.connection);
  const { get } = api.client.session;
  const follower = createRunner(async (isCurrent, again) => {
    try {
      const page = await get.query({ sessionId });
      if (!isCurrent()) return undefined;
      open(page);
      return follow(api, { sessionId, lastEventId: String(page.seq) }, { fold, broken: again });
    } catch (error) {
      if (isCurrent()) failed(error);
      again();
      return undefined;
    }
  });
  let startedAt = 0;

  /** What is on the screen stays there while it is tried again; a call may be known before its first words. */
  const failed = (error: unknown) => {
    const missing = reasonOf(error) === "SESSION_NOT_FOUND";
    const early = Date.now() - startedAt < FIRST_WORDS_MS;
    if (missing && !early) show({ status: "missing" });
    else if (!missing && view().status !== "open") show({ status: "failed", error });
  };

  return {
    view,
    subscribe,
    retry: follower.run,
    start: () => {
      startedAt = Date.now();
      follower.run();
      return follower.stop;
    },
    loadEarlier: async () => {
      const now = view();
      if (now.status !== "open" || now.feed.earlier === null) return;
      const before = now.feed.earlier;
      const page = await get.query({ sessionId, before });
      const then = view();
      if (then.status === "open" && then.feed.earlier === before) fold({ type: "earlier", page });
    },
  };
}

type Attempt = (isCurrent: () => boolean, again: () => void) => Promise<(() => void) | undefined>;

/** Runs one attempt at a time; a new one ends what the last one left running, `again` waits a moment first. */
function createRunner(attempt: Attempt) {
  let current = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;
  const stop = () => {
    current++;
    clearTimeout(timer);
    end?.();
    end = undefined;
  };
  const run = () => {
    stop();
    const mine = current;
    const isCurrent = () => mine === current;
    const again = () => {
      if (!isCurrent()) return;
      clearTimeout(timer);
      timer = setTimeout(run, RETRY_MS);
    };
    void attempt(isCurrent, again).then((ending) => {
      if (isCurrent()) end = ending;
      else ending?.();
    });
  };
  return { run, stop };
}
