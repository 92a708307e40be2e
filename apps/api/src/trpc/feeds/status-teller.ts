import type { CopilotStatus, Remembered, SessionMemory, SuggestionUpdate } from "@live-copilot/shared";
import type { ApiDeps } from "../../deps.ts";
import { copilotExpiry, shownStatus } from "../../sessions/copilot-status.ts";

const EXPIRY_STEP_MS = 30_000;

/** What one subscriber was told of how things stand with the copilot. */
export interface StatusTeller {
  /** The update of an event, with the status where the event or the time that passed calls for it. */
  with(next: Remembered): SuggestionUpdate;
  /** The status, where something has gone away or come back since this subscriber was told; else undefined. */
  news(memory: SessionMemory): CopilotStatus | undefined;
}

/**
 * Tells the status with whatever switches the copilot, when the time at which it goes off by itself has moved by more
 * than a reader of the clock would let pass (every word moves it), and when what is away has changed. Of a subscriber
 * that goes on after `lastSeq` it is not known what it was told, perhaps by another replica: it is told at once.
 */
export function statusTeller(
  { health, ttlSeconds }: Pick<ApiDeps, "health" | "ttlSeconds">,
  lastSeq: number,
): StatusTeller {
  const step = Math.min(EXPIRY_STEP_MS, ttlSeconds * 100);
  let toldExpiry = 0;
  let toldAway: string | undefined = lastSeq === 0 || !health.canChange ? "" : undefined;

  function status(memory: SessionMemory): CopilotStatus {
    const shown = shownStatus(memory, ttlSeconds, health.degraded());
    toldExpiry = copilotExpiry(memory, ttlSeconds) ?? 0;
    toldAway = shown.degraded.join();
    return shown;
  }

  return {
    with({ memory, update }) {
      const expiry = copilotExpiry(memory, ttlSeconds) ?? 0;
      if (!update.copilot && expiry - toldExpiry < step) return update;
      return { ...update, copilot: status(memory) };
    },
    news: (memory) => (health.degraded().join() === toldAway ? undefined : status(memory)),
  };
}
