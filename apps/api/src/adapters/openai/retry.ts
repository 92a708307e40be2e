import { setTimeout } from "node:timers/promises";
import type { ModelFailure } from "./model-failure.ts";

/** Requests for one answer at most, the first one included. */
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 150;
/** The most that chance adds. */
const MOST_JITTER_MS = 1_000;
/** What an answer needs at least: a retry that would begin later than this before the end is not waited for. */
const LEAST_MS = 300;

export interface RetryPlace {
  /** Requests that were sent by now. */
  readonly attempt: number;
  /** Milliseconds until the answer is of no use. */
  readonly leftMs: number;
  /** From 0 to 1. */
  readonly chance: number;
}

/**
 * How long to wait before a failed request is sent again, milliseconds: as long as its server said, else twice as long
 * each time, and in both cases somewhat longer by chance, so that those who failed together do not come back together.
 * Null where another try makes no sense or would come too late.
 */
export function retryPauseMs(failure: ModelFailure, { attempt, leftMs, chance }: RetryPlace): number | null {
  if (!failure.canRetry || attempt >= ATTEMPTS) return null;
  const pause = failure.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (attempt - 1);
  const ms = pause + chance * Math.min(MOST_JITTER_MS, Math.max(FIRST_PAUSE_MS, pause));
  return ms + LEAST_MS > leftMs ? null : ms;
}

/** Waits for the next try. Throws the failure where there is none, and the signal's reason when it aborts. */
export async function pauseBeforeRetry(
  failure: ModelFailure,
  place: Omit<RetryPlace, "chance">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const ms = retryPauseMs(failure, { ...place, chance: Math.random() });
  if (ms === null) throw failure;
  await setTimeout(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
}
