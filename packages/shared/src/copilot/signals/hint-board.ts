import type { Signals } from "../ports.ts";

/** Hints within one process, and their way to and from the others where there are any. */
export interface HintBoard extends Pick<Signals, "hint" | "onHint" | "onAnyHint"> {
  /** A hint came from another process: tells those who listen here, and passes it on to nobody. */
  heard(sessionId: string, seq: number): void;
}

/**
 * Hints are told in the turn of the event loop after the one in which they came, once a session, however many came.
 * `passOn` is then called for those that were given here, to tell other processes.
 */
export function createHintBoard(passOn?: (sessionId: string, seq: number) => void): HintBoard {
  const bySession = new Map<string, Set<(seq: number) => void>>();
  const all = new Set<(sessionId: string) => void>();
  let toTell = new Map<string, number>();
  let toPassOn = new Map<string, number>();

  function tell(): void {
    const [told, passed] = [toTell, toPassOn];
    toTell = new Map();
    toPassOn = new Map();
    for (const [sessionId, seq] of told) {
      for (const listener of bySession.get(sessionId) ?? []) listener(seq);
      for (const listener of all) listener(sessionId);
    }
    for (const [sessionId, seq] of passed) passOn?.(sessionId, seq);
  }

  function note(hints: Map<string, number>, sessionId: string, seq: number): void {
    if (toTell.size + toPassOn.size === 0) setImmediate(tell);
    hints.set(sessionId, Math.max(seq, hints.get(sessionId) ?? 0));
  }

  function heard(sessionId: string, seq: number): void {
    if (bySession.has(sessionId) || all.size > 0) note(toTell, sessionId, seq);
  }

  return {
    heard,
    hint(sessionId, seq) {
      heard(sessionId, seq);
      if (passOn) note(toPassOn, sessionId, seq);
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
