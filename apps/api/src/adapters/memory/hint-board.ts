import type { Signals } from "@live-copilot/shared/copilot";

type HintBoard = Pick<Signals, "hint" | "onHint" | "onAnyHint">;

/** Hints within one process: told in the turn of the event loop after the one in which they came, once a session. */
export function createHintBoard(): HintBoard {
  const bySession = new Map<string, Set<(seq: number) => void>>();
  const all = new Set<(sessionId: string) => void>();
  let waiting = new Map<string, number>();

  function tell(): void {
    const told = waiting;
    waiting = new Map();
    for (const [sessionId, seq] of told) {
      for (const listener of bySession.get(sessionId) ?? []) listener(seq);
      for (const listener of all) listener(sessionId);
    }
  }

  return {
    hint(sessionId, seq) {
      if (!bySession.has(sessionId) && all.size === 0) return;
      if (waiting.size === 0) setImmediate(tell);
      waiting.set(sessionId, Math.max(seq, waiting.get(sessionId) ?? 0));
    },
    onHint(sessionId, onHint) {
      // A function of its own, so that the same callback can listen twice.
      const listener = (seq: number) => onHint(seq);
      const listeners = bySession.get(sessionId) ?? new Set();
      bySession.set(sessionId, listeners.add(listener));
      return () => {
        if (listeners.delete(listener) && listeners.size === 0) bySession.delete(sessionId);
      };
    },
    onAnyHint(onHint) {
      const listener = (sessionId: string) => onHint(sessionId);
      all.add(listener);
      return () => void all.delete(listener);
    },
  };
}
