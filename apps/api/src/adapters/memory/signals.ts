import { type Clock, createDraftPace, type Draft, type Signals } from "@live-copilot/shared/copilot";
import { createHintBoard } from "./hint-board.ts";
import { createOpenDrafts } from "./open-drafts.ts";

export interface MemorySignalsOptions {
  readonly clock?: Clock;
  /** Open items that one session keeps for late joiners; the oldest goes first. */
  readonly maxPerSession?: number;
  /** Characters of drafts kept in all. */
  readonly maxChars?: number;
}

/** Ten deliveries a second per item. */
const INTERVAL_MS = 100;

/** A draft that nobody goes on with: its speaker's source is gone. */
const TTL_MS = 60_000;

type Listener = (draft: Draft) => void;

/** Signals within one process. */
export function createMemorySignals(options: MemorySignalsOptions = {}): Signals {
  const listeners = new Map<string, Set<Listener>>();
  const open = createOpenDrafts({
    clock: options.clock ?? (() => Date.now()),
    ttlMs: TTL_MS,
    maxPerSession: options.maxPerSession ?? 32,
    maxChars: options.maxChars ?? 8_000_000,
  });
  const pace = createDraftPace(INTERVAL_MS, (sessionId, draft) => {
    for (const listener of listeners.get(sessionId) ?? []) listener(draft);
  });
  const hints = createHintBoard();
  return {
    ...hints,
    draft(sessionId, draft) {
      open.put(sessionId, draft);
      // Whoever listens later begins with the newest.
      if (listeners.has(sessionId)) pace.offer(sessionId, draft);
    },
    dropDraft(sessionId, lane, id) {
      open.drop(sessionId, lane, id);
      pace.cancel(sessionId, lane, id);
    },
    drafts: async (sessionId) => open.of(sessionId),
    onDraft(sessionId, onDraft) {
      const listener: Listener = (draft) => onDraft(draft);
      const others = listeners.get(sessionId) ?? new Set();
      listeners.set(sessionId, others.add(listener));
      return () => {
        if (others.delete(listener) && others.size === 0) listeners.delete(sessionId);
      };
    },
    onRestored: () => () => {},
    async ping() {},
    async close() {
      pace.close();
      listeners.clear();
    },
  };
}
