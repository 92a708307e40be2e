import type { Draft } from "../ports.ts";

/** Who listens to which session's drafts, within one process. */
export interface DraftListeners {
  /** Listens to one session. Returns what stops it. */
  add(sessionId: string, listener: (draft: Draft) => void): () => void;
  has(sessionId: string): boolean;
  tell(sessionId: string, draft: Draft): void;
  clear(): void;
}

export function createDraftListeners(): DraftListeners {
  const bySession = new Map<string, Set<(draft: Draft) => void>>();
  return {
    add(sessionId, onDraft) {
      // A function of its own, so that the same callback can listen twice.
      const listener = (draft: Draft) => onDraft(draft);
      const listeners = bySession.get(sessionId) ?? new Set();
      bySession.set(sessionId, listeners.add(listener));
      return () => {
        const isLast = listeners.delete(listener) && listeners.size === 0;
        if (isLast && bySession.get(sessionId) === listeners) bySession.delete(sessionId);
      };
    },
    has: (sessionId) => bySession.has(sessionId),
    tell(sessionId, draft) {
      for (const listener of bySession.get(sessionId) ?? []) listener(draft);
    },
    clear: () => bySession.clear(),
  };
}
