import { CopilotError } from "../domain/errors.ts";
import type { FactKind, SessionEvent } from "../domain/session-event.ts";
import { patiently } from "./patiently.ts";
import type { SessionHead, SessionLog } from "./ports.ts";
import { createWakeMark } from "./wake-mark.ts";

export interface FollowOptions {
  readonly sessionId: string;
  /** Seq of the last event that the follower has; 0 for none. */
  readonly after: number;
  /** Only these kinds; absent: all but gaps. */
  readonly kinds?: readonly FactKind[];
  /** Ends the following, without an error. */
  readonly signal: AbortSignal;
  /** Events in one page at most. */
  readonly pageSize?: number;
  /**
   * Looks again after so many milliseconds even without a hint. For a log whose hints can be lost and which does
   * not look for itself.
   */
  readonly checkEveryMs?: number;
  /**
   * Something else that the follower waits for, as drafts: it may mark the wake too, and the follower then gets
   * an empty page when there is no event. Returns what stops it.
   */
  readonly alsoWakeOn?: (mark: () => void) => () => void;
}

const PAGE_SIZE = 200;

/**
 * Yields a session's events after `after` in seq order, then those that come, in pages that are never empty
 * (but for `alsoWakeOn`).
 * Nothing is missed and nothing comes twice, whatever is appended meanwhile: it listens before it reads. It holds
 * no queue; what is appended while the follower is busy stays on the log. A session without events is waited for.
 *
 * Throws CopilotError LOG_RESET when the log does not hold what came up to `after` (any more): it is shorter, or
 * was removed by retention, also when that happens later. While the log is away (UNAVAILABLE) it waits for it; what
 * else the log throws it passes on.
 */
export async function* followSession(
  log: Pick<SessionLog, "live" | "after" | "head">,
  options: FollowOptions,
): AsyncGenerator<readonly SessionEvent[], void, undefined> {
  const { sessionId, signal, kinds } = options;
  const wake = createWakeMark(signal, options.checkEveryMs);
  const stop = log.live(sessionId, wake.mark);
  const stopAlso = options.alsoWakeOn?.(wake.mark);
  const page = { limit: options.pageSize ?? PAGE_SIZE, ...(kinds ? { kinds } : {}) };
  let position = options.after;
  let startedAt: string | undefined;
  try {
    while (!signal.aborted) {
      const head = await patiently(() => log.head(sessionId, position), signal);
      checkHead(head, position, startedAt);
      startedAt = head?.startedAt;
      let told = false;
      while (head && position < head.seq && !signal.aborted) {
        const events = await patiently(() => log.after(sessionId, position, page), signal);
        // Nothing that is wanted stands up to the head that was seen before.
        if (events.length < page.limit) position = head.seq;
        position = Math.max(position, events.at(-1)?.seq ?? 0);
        if (events.length === 0 || signal.aborted) continue;
        told = true;
        yield events;
      }
      if (stopAlso && !told && !signal.aborted) yield [];
      await wake.marked();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    stop();
    stopAlso?.();
    wake.close();
  }
}

function checkHead(head: SessionHead | null, position: number, startedAt: string | undefined): void {
  const isSame = startedAt === undefined || head?.startedAt === startedAt;
  if (isSame && (head?.seq ?? 0) >= position) return;
  throw new CopilotError("LOG_RESET", "The session's log was begun again or removed. Load the session anew.");
}
