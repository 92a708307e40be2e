import type { Clock, SessionLog } from "@live-copilot/shared/copilot";
import { sessionTimers } from "./session-timers.ts";

/** What looks came to, on its way to the log. */
export interface Settling {
  /** To be said soon, as `SessionLog.settle`; what a later look at the same session came to takes its place. */
  later(sessionId: string, throughSeq: number, nextDueAt: number | null): void;
  /** What is still to be said of this session does not hold any more. */
  forget(sessionId: string): void;
  /** Whether it is still to be said of this session: then the session's mark on the log tells nothing new. */
  waits(sessionId: string): boolean;
  /** Says what is left. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly throughSeq: number;
  readonly nextDueAt: number | null;
}

/**
 * Says `delayMs` after a look what it came to. A turn has a session looked at several times in a moment, and only the
 * last of them counts; until it is said the session is due on the log, as if nobody had looked. So it stays where it
 * cannot be said, and the session is looked at again.
 */
export function settleLater(
  log: Pick<SessionLog, "settle">,
  delayMs: number,
  failed: (sessionId: string, error: unknown) => void,
  clock: Clock,
): Settling {
  const waiting = new Map<string, Waiting>();
  const underWay = new Map<string, Promise<void>>();

  const say = (sessionId: string) => {
    const settled = waiting.get(sessionId);
    if (!settled) return;
    waiting.delete(sessionId);
    const saying = log
      .settle(sessionId, settled.throughSeq, settled.nextDueAt)
      .catch((error: unknown) => failed(sessionId, error))
      .finally(() => underWay.get(sessionId) === saying && underWay.delete(sessionId));
    underWay.set(sessionId, saying);
  };

  const timers = sessionTimers(say, clock);
  return {
    later(sessionId, throughSeq, nextDueAt) {
      waiting.set(sessionId, { throughSeq, nextDueAt });
      // Not put off by a later look: a session that is looked at all the time is settled now and then.
      if (!timers.waiting(sessionId)) timers.after(sessionId, delayMs, delayMs);
    },
    forget(sessionId) {
      timers.cancel(sessionId);
      waiting.delete(sessionId);
    },
    waits: (sessionId) => waiting.has(sessionId) || underWay.has(sessionId),
    async stop() {
      timers.stop();
      for (const sessionId of [...waiting.keys()]) say(sessionId);
      await Promise.all(underWay.values());
    },
  };
}
