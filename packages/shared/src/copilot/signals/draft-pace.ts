import type { Draft } from "../ports.ts";
import { draftKey } from "./draft-key.ts";

/** Lets each item's first draft through at once, and then the newest of those that come while it waits. */
export interface DraftPace {
  offer(sessionId: string, draft: Draft): void;
  /** What waits of this item is not delivered any more. */
  cancel(sessionId: string, lane: Draft["lane"], id: string): void;
  close(): void;
}

interface Waiting {
  readonly timer: NodeJS.Timeout;
  newest: Draft | undefined;
}

/** Delivers an item at most once every `intervalMs`. An item that is quiet for that long holds no timer. */
export function createDraftPace(
  intervalMs: number,
  deliver: (sessionId: string, draft: Draft) => void,
): DraftPace {
  const items = new Map<string, Waiting>();

  function send(key: string, sessionId: string, draft: Draft): void {
    const timer = setTimeout(() => {
      const newest = items.get(key)?.newest;
      items.delete(key);
      if (newest) send(key, sessionId, newest);
    }, intervalMs).unref();
    items.set(key, { timer, newest: undefined });
    deliver(sessionId, draft);
  }

  return {
    offer(sessionId, draft) {
      const key = draftKey(sessionId, draft.lane, draft.id);
      const item = items.get(key);
      if (item) item.newest = draft;
      else send(key, sessionId, draft);
    },
    cancel(sessionId, lane, id) {
      const item = items.get(draftKey(sessionId, lane, id));
      if (item) item.newest = undefined;
    },
    close() {
      for (const { timer } of items.values()) clearTimeout(timer);
      items.clear();
    },
  };
}
