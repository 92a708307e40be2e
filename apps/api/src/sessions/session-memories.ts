import { emptySessionMemory, remember, type SessionMemory } from "@live-copilot/shared";
import type { SessionLog } from "@live-copilot/shared/copilot";
import { LRUCache } from "lru-cache";

/** Events read from the log at a time. */
const PAGE = 500;
/** Rough bytes of one remembered session without its cards, and of one card. */
const BASE_BYTES = 4_000;
const CARD_BYTES = 3_000;

export interface SessionMemories {
  /** The session's memory up to the log's head as of this call. Cost: the events since the last call. */
  recall(sessionId: string): Promise<SessionMemory>;
}

export interface MemoryLimits {
  /** Bytes of all remembered sessions together, roughly. */
  readonly maxBytes: number;
  /** Milliseconds without a recall after which a session is forgotten; the log still has it. */
  readonly idleMs: number;
}

/** Remembers sessions by folding their logs, and forgets those that nobody asks for. */
export function sessionMemories(
  log: Pick<SessionLog, "after" | "head">,
  limits: MemoryLimits,
): SessionMemories {
  const known = new LRUCache<string, SessionMemory>({
    maxSize: limits.maxBytes,
    sizeCalculation: ({ state }) => BASE_BYTES + CARD_BYTES * state.cards.length,
    ttl: limits.idleMs,
    updateAgeOnGet: true,
  });
  const running = new Map<string, Promise<SessionMemory>>();

  const catchUp = async (sessionId: string) => {
    let memory = known.get(sessionId) ?? emptySessionMemory(sessionId);
    const head = await log.head(sessionId);
    if (memory.state.seq > (head?.seq ?? 0)) memory = emptySessionMemory(sessionId);
    while (memory.state.seq < (head?.seq ?? 0)) {
      const page = await log.after(sessionId, memory.state.seq, { limit: PAGE });
      if (page.length === 0) break;
      memory = page.reduce(remember, memory);
    }
    known.set(sessionId, memory);
    return memory;
  };

  return {
    async recall(sessionId) {
      // A catch-up that runs already may have read the head before the caller's own append.
      await running.get(sessionId)?.catch(() => undefined);
      const started = catchUp(sessionId);
      running.set(sessionId, started);
      try {
        return await started;
      } finally {
        if (running.get(sessionId) === started) running.delete(sessionId);
      }
    },
  };
}
