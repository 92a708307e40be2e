import type { NewFact } from "@live-copilot/shared";
import type { ClaimedTurn, CopilotDeps } from "@live-copilot/shared/copilot";
import { workTurn } from "@live-copilot/shared/copilot";
import type { SessionMemories } from "../sessions/session-memories.ts";
import type { CardWriters } from "./card-writers.ts";
import { turnKey } from "./claim-turn.ts";
import type { WorkLog } from "./work-log.ts";

export interface ClaimedWork {
  /** Works a claimed turn until its sources stand, which closes it; a model's writing goes on behind it. */
  work(sessionId: string, turn: ClaimedTurn): Promise<void>;
  /** Turns that this process holds now. */
  readonly running: ReadonlySet<string>;
}

interface WorkDeps {
  readonly copilot: CopilotDeps;
  readonly memories: SessionMemories;
  readonly writers: CardWriters;
  readonly report: WorkLog;
}

/** Works turns that were claimed. */
export function claimedWork({ copilot, memories, writers, report }: WorkDeps): ClaimedWork {
  const running = new Set<string>();

  const work = async (sessionId: string, turn: ClaimedTurn) => {
    const memory = await memories.recall(sessionId);
    const { facts, unwritten, superseded } = await workTurn(copilot, memory, turn);
    for (const cardId of superseded) writers.abort(sessionId, cardId);
    const { turnSeq } = turn;
    const done: NewFact = { kind: "turn-done", key: `turn-done:${turnSeq}`, data: { turnSeq } };
    const stored = await copilot.log.append(sessionId, [...facts, done]);
    // What another replica put there, when the lease had run out here, is that one's to write.
    const fresh = stored.filter(({ duplicate }) => !duplicate).map(({ event }) => event);
    const mine = new Set(fresh.map((event) => event.kind === "card" && event.data.id));
    report.worked(fresh);
    writers.write(
      sessionId,
      unwritten.filter(({ card }) => mine.has(card.id)),
    );
  };

  return {
    running,
    async work(sessionId, turn) {
      const key = turnKey(sessionId, turn.turnSeq);
      running.add(key);
      try {
        await work(sessionId, turn);
      } catch (error) {
        report.failed(sessionId, error);
      } finally {
        running.delete(key);
      }
    },
  };
}
