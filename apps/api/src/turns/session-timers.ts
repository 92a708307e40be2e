export interface SessionTimers {
  /** Fires for the session at once. */
  now(sessionId: string): void;
  /** Fires for it after the delay, which a later call restarts, but never later than `maxMs` after the first. */
  after(sessionId: string, delayMs: number, maxMs: number): void;
  /** Does not fire for it. */
  cancel(sessionId: string): void;
  /** Whether the session waits. */
  waiting(sessionId: string): boolean;
  stop(): void;
}

interface Waiting {
  readonly timer: NodeJS.Timeout;
  readonly since: number;
}

/** One timer for each session that waits for something, and none for the others. */
export function sessionTimers(fired: (sessionId: string) => void, clock: () => number): SessionTimers {
  const waiting = new Map<string, Waiting>();
  const set = (sessionId: string, delayMs: number, since: number) => {
    clearTimeout(waiting.get(sessionId)?.timer);
    const fire = () => {
      waiting.delete(sessionId);
      fired(sessionId);
    };
    waiting.set(sessionId, { timer: setTimeout(fire, Math.max(0, delayMs)), since });
  };
  return {
    now(sessionId) {
      set(sessionId, 0, clock());
    },
    after(sessionId, delayMs, maxMs) {
      const since = waiting.get(sessionId)?.since ?? clock();
      set(sessionId, Math.min(delayMs, since + maxMs - clock()), since);
    },
    cancel(sessionId) {
      clearTimeout(waiting.get(sessionId)?.timer);
      waiting.delete(sessionId);
    },
    waiting: (sessionId) => waiting.has(sessionId),
    stop() {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
