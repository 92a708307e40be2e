import type { NewFact } from "@live-copilot/shared";
import type { ClaimedTurn, CopilotDeps } from "@live-copilot/shared/copilot";
import { workTurn } from "@live-copilot/shared/copilot";
import type { SessionMemories } from "../sessions/session-memories.ts";
import type { CardWriters } from "./card-writers.ts";
import { turnKey } from "./claim-turn.ts";
import type { WorkLog } from "./work-log.ts";

export interface ClaimedWork {
  /** Works a claimed turn until its sources stand; a model's writing goes on behind it. */
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

  /** Gives what is still to be done behind it, if anything is. */
  const start = async (sessionId: string, turn: ClaimedTurn) => {
    const memory = await memories.recall(sessionId);
    const { facts, unwritten, superseded } = await workTurn(copilot, memory, turn);
    for (const cardId of superseded) writers.abort(sessionId, cardId);
    const done: NewFact = {
      kind: "turn-done",
      key: `turn-done:${turn.turnSeq}`,
      data: { turnSeq: turn.turnSeq },
    };
    await copilot.log.append(sessionId, unwritten.length > 0 ? facts : [...facts, done]);
    report.worked(turn, facts);
    return unwritten.length > 0 ? () => writers.write(sessionId, unwritten, done) : null;
  };

  return {
    running,
    async work(sessionId, turn) {
      const key = turnKey(sessionId, turn.turnSeq);
      running.add(key);
      const release = () => void running.delete(key);
      try {
        const write = await start(sessionId, turn);
        // Not awaited, and does not reject: it reports.
        if (write) void write().finally(release);
        else release();
      } catch (error) {
        release();
        report.failed(sessionId, error);
      }
    },
  };
}
