import type { SessionLog } from "@live-copilot/shared/copilot";

/** Who wants to know that something was appended. */
export interface Hints extends Pick<SessionLog, "live" | "liveAll"> {
  /** Notes that the session has a new head; nobody is told yet. */
  changed(sessionId: string, seq: number): void;
  /** Tells of everything noted since the last time, once per session. */
  flush(): void;
}

export function createHints(): Hints {
  const bySession = new Map<string, Set<(seq: number) => void>>();
  const all = new Set<(sessionId: string) => void>();
  let changes = new Map<string, number>();

  function stopListening(sessionId: string, listener: (seq: number) => void): void {
    const listeners = bySession.get(sessionId);
    if (listeners?.delete(listener) && listeners.size === 0) bySession.delete(sessionId);
  }

  return {
    live(sessionId, onHint) {
      // A function of its own, so that the same callback can listen twice.
      const listener = (seq: number) => onHint(seq);
      const listeners = bySession.get(sessionId);
      if (listeners) listeners.add(listener);
      else bySession.set(sessionId, new Set([listener]));
      return () => stopListening(sessionId, listener);
    },
    liveAll(onHint) {
      const listener = (sessionId: string) => onHint(sessionId);
      all.add(listener);
      return () => void all.delete(listener);
    },
    changed(sessionId, seq) {
      changes.set(sessionId, seq);
    },
    flush() {
      const told = changes;
      changes = new Map();
      for (const [sessionId, seq] of told) {
        for (const listener of bySession.get(sessionId) ?? []) listener(seq);
        for (const listener of all) listener(sessionId);
      }
    },
  };
}
