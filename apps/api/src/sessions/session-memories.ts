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

interface Known {
  readonly memory: SessionMemory;
  /** When the log that it was folded from began; undefined for none. */
  readonly startedAt: string | undefined;
}

/** Remembers sessions by folding their logs, and forgets those that nobody asks for. */
export function sessionMemories(
  log: Pick<SessionLog, "after" | "head">,
  limits: MemoryLimits,
): SessionMemories {
  const known = new LRUCache<string, Known>({
    maxSize: limits.maxBytes,
    sizeCalculation: ({ memory }) => BASE_BYTES + CARD_BYTES * memory.state.cards.length,
    ttl: limits.idleMs,
    updateAgeOnGet: true,
  });
  const running = new Map<string, Promise<SessionMemory>>();
  const waiting = new Map<string, Promise<SessionMemory>>();

  const catchUp = async (sessionId: string) => {
    const head = await log.head(sessionId);
    const before = known.get(sessionId);
    // A session that retention deleted may have begun again under its id.
    const isSame = before?.startedAt === head?.startedAt;
    let memory = (isSame && before?.memory) || emptySessionMemory(sessionId);
    while (memory.state.seq < (head?.seq ?? 0)) {
      const page = await log.after(sessionId, memory.state.seq, { limit: PAGE });
      if (page.length === 0) break;
      memory = page.reduce(remember, memory);
    }
    known.set(sessionId, { memory, startedAt: head?.startedAt });
    return memory;
  };

  const begin = (sessionId: string) => {
    const started = catchUp(sessionId).finally(() => {
      if (running.get(sessionId) === started) running.delete(sessionId);
    });
    running.set(sessionId, started);
    return started;
  };

  return {
    recall(sessionId) {
      const started = running.get(sessionId);
      if (!started) return begin(sessionId);
      // It may have read the head before the caller's own append: who comes meanwhile shares the next one.
      const next =
        waiting.get(sessionId) ??
        started
          .catch(() => undefined)
          .then(() => {
            waiting.delete(sessionId);
            return begin(sessionId);
          });
      waiting.set(sessionId, next);
      return next;
    },
  };
}
