import type { Clock, SessionLog } from "@live-copilot/shared/copilot";

/** One session log as seen from one replica or several: every suite writes and reads through all of them. */
export interface LogCluster extends AsyncDisposable {
  readonly logs: readonly [SessionLog, ...SessionLog[]];
  /** Why a mark may be lost when two replicas change what is due at once; absent: none ever is. */
  readonly mayLoseMarks?: string | undefined;
}

/** Opens a new, empty log whose events are stamped by this clock. */
export type OpenCluster = (clock: Clock) => Promise<LogCluster>;

/** The replica that does the nth thing. */
export function replica({ logs }: LogCluster, n: number): SessionLog {
  return logs[n % logs.length] ?? logs[0];
}

/** A clock that stands until it is moved. */
export function standingClock(start = Date.parse("2026-03-02T15:00:00.000Z")) {
  let now = start;
  return {
    now: () => now,
    advance(ms: number): number {
      now += ms;
      return now;
    },
  };
}
