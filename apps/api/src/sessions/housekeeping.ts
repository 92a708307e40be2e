import type { SessionLog, Signals } from "@live-copilot/shared/copilot";
import { endSession } from "./end-session.ts";

interface HousekeepingDeps {
  readonly log: SessionLog;
  readonly signals: Signals;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

export interface HousekeepingSettings {
  readonly idleSeconds: number;
  readonly retentionDays: number;
}

const IDLE_CHECK_MS = 30_000;
const SWEEP_CHECK_MS = 600_000;
/** Sessions in one go, so that no check takes long. */
const BATCH = 100;
const DAY_MS = 86_400_000;

/** Ends sessions that fell silent and deletes those past their retention. Returns what stops it. */
export function startHousekeeping(deps: HousekeepingDeps, settings: HousekeepingSettings): () => void {
  const endIdle = async () => {
    const idle = await deps.log.idle(deps.now() - settings.idleSeconds * 1000, BATCH);
    for (const { sessionId } of idle) await endSession(deps, sessionId, "idle");
  };
  const sweep = async () => {
    const before = deps.now() - settings.retentionDays * DAY_MS;
    while ((await deps.log.sweep(before, BATCH)) === BATCH);
  };
  const every = (ms: number, run: () => Promise<void>) => setInterval(() => run().catch(deps.failed), ms);
  const timers = [every(IDLE_CHECK_MS, endIdle), every(SWEEP_CHECK_MS, sweep)];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
