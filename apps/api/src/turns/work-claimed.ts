import type { NewFact } from "@live-copilot/shared";
import {
  type ClaimedTurn,
  type CopilotDeps,
  type UnwrittenCard,
  workTurn,
  writeSuggestion,
} from "@live-copilot/shared/copilot";
import type { SessionMemories } from "../sessions/session-memories.ts";
import { turnKey } from "./claim-turn.ts";
import type { WorkLog } from "./work-log.ts";

export interface ClaimedWork {
  /** Works a claimed turn until its sources stand; a model's writing goes on behind it. */
  work(sessionId: string, turn: ClaimedTurn): Promise<void>;
  /** Lets a model write cards outside a turn, as when the context changed. */
  write(sessionId: string, unwritten: readonly UnwrittenCard[]): void;
  /** Turns that this process holds now. */
  readonly running: ReadonlySet<string>;
  /** Aborts what is being written and waits for it. */
  stop(): Promise<void>;
}

interface WorkDeps {
  readonly copilot: CopilotDeps;
  readonly memories: SessionMemories;
  readonly report: WorkLog;
}

/** Works turns that were claimed, and keeps the writing of their cards abortable. */
export function claimedWork({ copilot, memories, report }: WorkDeps): ClaimedWork {
  const running = new Set<string>();
  const writing = new Map<string, AbortController>();
  const pending = new Set<Promise<void>>();

  const writeCards = async (sessionId: string, cards: readonly UnwrittenCard[], last: readonly NewFact[]) => {
    const { advisor } = copilot;
    const written = cards.map(async (unwritten) => {
      if (!advisor) return null;
      const { id } = unwritten.card;
      const abort = new AbortController();
      writing.set(id, abort);
      const fact = await writeSuggestion({ ...copilot, advisor }, { ...unwritten, sessionId }, abort.signal);
      if (writing.get(id) === abort) writing.delete(id);
      if (fact) await copilot.log.append(sessionId, [fact]);
      return fact;
    });
    await Promise.all(written);
    if (last.length > 0) await copilot.log.append(sessionId, last);
  };

  const behind = (sessionId: string, done: Promise<void>) => {
    const settled = done
      .catch((error: unknown) => report.failed(sessionId, error))
      .finally(() => pending.delete(settled));
    pending.add(settled);
    return settled;
  };

  const start = async (sessionId: string, turn: ClaimedTurn) => {
    const memory = await memories.recall(sessionId);
    const { facts, unwritten, superseded } = await workTurn(copilot, memory, turn);
    for (const cardId of superseded) writing.get(cardId)?.abort();
    const done: NewFact = {
      kind: "turn-done",
      key: `turn-done:${turn.turnSeq}`,
      data: { turnSeq: turn.turnSeq },
    };
    await copilot.log.append(sessionId, unwritten.length > 0 ? facts : [...facts, done]);
    report.worked(turn, facts);
    return unwritten.length > 0 ? () => writeCards(sessionId, unwritten, [done]) : null;
  };

  return {
    running,
    async work(sessionId, turn) {
      const key = turnKey(sessionId, turn.turnSeq);
      running.add(key);
      const release = () => running.delete(key);
      try {
        const write = await start(sessionId, turn);
        if (write) void behind(sessionId, write().finally(release));
        else release();
      } catch (error) {
        release();
        report.failed(sessionId, error);
      }
    },
    write(sessionId, unwritten) {
      if (unwritten.length > 0) void behind(sessionId, writeCards(sessionId, unwritten, []));
    },
    async stop() {
      for (const abort of writing.values()) abort.abort();
      await Promise.all(pending);
    },
  };
}
