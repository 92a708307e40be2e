import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useApi } from "../trpc.ts";
import { createFeedStore } from "./feed-store.ts";
import type { FeedView } from "./feed-view.ts";

export interface SessionFeed {
  readonly view: FeedView;
  readonly loadEarlier: () => Promise<void>;
  readonly retry: () => void;
}

/** One session, followed while the component is on the page. */
export function useSessionFeed(sessionId: string): SessionFeed {
  const api = useApi();
  const store = useMemo(() => createFeedStore(api, sessionId), [api, sessionId]);
  useEffect(() => store.start(), [store]);
  const view = useSyncExternalStore(store.subscribe, store.view);
  return { view, loadEarlier: store.loadEarlier, retry: store.retry };
}
