import {
  type Clock,
  createDraftListeners,
  createDraftPace,
  createHintBoard,
  createOpenDrafts,
  type Signals,
} from "@live-copilot/shared/copilot";

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

/** Signals within one process. */
export function createMemorySignals(options: MemorySignalsOptions = {}): Signals {
  const listeners = createDraftListeners();
  const open = createOpenDrafts({
    clock: options.clock ?? (() => Date.now()),
    ttlMs: TTL_MS,
    maxPerSession: options.maxPerSession ?? 32,
    maxChars: options.maxChars ?? 8_000_000,
  });
  const pace = createDraftPace(INTERVAL_MS, listeners.tell);
  const { hint, onHint, onAnyHint } = createHintBoard();
  return {
    hint,
    onHint,
    onAnyHint,
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
    onDraft: listeners.add,
    onRestored: () => () => {},
    async ping() {},
    async close() {
      pace.close();
      listeners.clear();
    },
  };
}
