import type { SessionEvent } from "@live-copilot/shared";
import type { SessionLog } from "@live-copilot/shared/copilot";

/** A session's whole log, read in pages. */
export async function readWhole(log: SessionLog, sessionId: string, limit = 100): Promise<SessionEvent[]> {
  const events: SessionEvent[] = [];
  for (;;) {
    const page = await log.after(sessionId, events.at(-1)?.seq ?? 0, { limit });
    events.push(...page);
    if (page.length < limit) return events;
  }
}

/** 1, 2, 3 … n. */
export function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}
