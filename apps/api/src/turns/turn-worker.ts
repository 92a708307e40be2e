import { type CopilotDeps, repeat } from "@live-copilot/shared/copilot";
import type { SessionMemories } from "../sessions/session-memories.ts";
import { cardWriters } from "./card-writers.ts";
import { claims } from "./claim-turn.ts";
import { listenToOpenTurns } from "./listen-to-open-turns.ts";
import { lookAtSession } from "./look-at-session.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { sessionTimers } from "./session-timers.ts";
import { settleLater } from "./settle-later.ts";
import { claimedWork } from "./work-claimed.ts";
import type { WorkLog } from "./work-log.ts";

export interface TurnSettings {
  readonly pauseMs: number;
  readonly maxMs: number;
  readonly leaseMs: number;
  /** How often the log is asked for sessions that are overdue. */
  readonly checkMs: number;
  /** How long a session is left to the replica that has a timer for it before the others take it up; 0 for one. */
  readonly graceMs: number;
  readonly ttlSeconds: number;
}

export interface TurnWorker {
  /** Something other than the customer's words was stored: look at the session at once. */
  look(sessionId: string): void;
  /** Words of the customer's were stored: look when they pause. */
  customerSpoke(sessionId: string): void;
  /** Somebody else's words were stored: the customer's turn, if one is open, is over. */
  otherSpoke(sessionId: string): void;
  stop(): Promise<void>;
}

interface WorkerDeps {
  readonly copilot: CopilotDeps;
  readonly memories: SessionMemories;
  readonly report: WorkLog;
  readonly settings: TurnSettings;
}

/** Overdue sessions that one check takes up, and that it reads at most to find them among those that fail. */
const OVERDUE = 100;
const MOST_OVERDUE = 2_000;
/** How long what a look came to is kept back: the last of several in a moment speaks for them all. */
const SETTLE_MS = 500;

/**
 * Has sessions looked at: on time by its timers, and whatever happens to them by the log's own list of what is
 * due. One session is looked at once at a time.
 */
export function turnWorker({ copilot, memories, report, settings }: WorkerDeps): TurnWorker {
  const { pauseMs, maxMs, leaseMs, checkMs, graceMs, ttlSeconds } = settings;
  const writers = cardWriters({ copilot, memories, report });
  const openTurns = listenToOpenTurns(copilot, {
    spoke: (sessionId) => timers.waiting(sessionId) && timers.after(sessionId, pauseMs, maxMs),
    // Where replicas share a log, what ends the turn may have come to another one.
    appended: graceMs > 0 ? (sessionId) => timers.waiting(sessionId) && look.run(sessionId) : undefined,
  });

  const deps = {
    copilot,
    memories,
    writers,
    report,
    work: claimedWork({ copilot, memories, writers, report }),
    claim: claims(copilot.log, leaseMs, copilot.now),
    draftAt: openTurns.draftAt,
    timing: settings,
    ttlSeconds,
  };
  // Sooner than another replica takes the session for one that was left alone.
  const settleMs = Math.min(SETTLE_MS, checkMs / 2);
  const settling = settleLater(copilot.log, settleMs, report.failed, copilot.now);
  /** Sessions whose last look failed: each has a timer of its own for the next. */
  const failing = new Set<string>();
  const look = oneAtATime(async (sessionId) => {
    try {
      const { seq, nextAt } = await lookAtSession(deps, sessionId);
      const inMs = nextAt === null ? Number.POSITIVE_INFINITY : nextAt - copilot.now();
      if (inMs <= maxMs) atLatest(sessionId, inMs);
      if (!timers.waiting(sessionId)) openTurns.drop(sessionId);
      failing.delete(sessionId);
      // A turn that is open is marked by its words already, and the look at its end will settle it.
      if (inMs > pauseMs) settling.later(sessionId, seq, nextAt);
      else settling.forget(sessionId);
    } catch (error) {
      report.failed(sessionId, error);
      failing.add(sessionId);
      atLatest(sessionId, checkMs);
    }
  });
  const timers = sessionTimers(look.run, copilot.now);
  /** A look that words asked for meanwhile comes soon enough and finds out anew when the next is due. */
  const atLatest = (sessionId: string, delayMs: number) => {
    if (!timers.waiting(sessionId)) timers.after(sessionId, delayMs, maxMs);
  };

  const checkOverdue = async () => {
    // Those that fail stay due, and must not take the place of the others.
    const limit = Math.min(OVERDUE + failing.size, MOST_OVERDUE);
    const due = await copilot.log.due(copilot.now() - graceMs, limit);
    // Also where a timer waits: it was set for what this process knew of then.
    const isSeenTo = (sessionId: string) => settling.waits(sessionId) || failing.has(sessionId);
    for (const { sessionId } of due) if (!isSeenTo(sessionId)) look.run(sessionId);
  };
  const stopChecking = repeat(checkMs, () =>
    checkOverdue().catch((error: unknown) => report.failed("", error)),
  );

  return {
    look: (sessionId) => timers.now(sessionId),
    customerSpoke(sessionId) {
      openTurns.listen(sessionId);
      timers.after(sessionId, pauseMs, maxMs);
    },
    otherSpoke(sessionId) {
      if (timers.waiting(sessionId)) timers.now(sessionId);
    },
    async stop() {
      void stopChecking();
      timers.stop();
      openTurns.stop();
      await look.stop();
      timers.stop();
      await writers.stop();
      await settling.stop();
    },
  };
}
