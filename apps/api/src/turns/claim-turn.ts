import type { EventOf, SessionMemory } from "@live-copilot/shared";
import type { ClaimedTurn, ClosedTurn, SessionLog } from "@live-copilot/shared/copilot";

type ClaimLog = Pick<SessionLog, "append" | "at">;

/** A turn that failed this often is given up: its question stays unanswered. */
const ATTEMPTS = 3;

interface ClaimRequest {
  readonly turnSeq: number;
  readonly segments: readonly number[];
  readonly attempt: number;
}

export interface Claims {
  /** Claims a spoken turn; null when somebody else has it, or a part of it. `memory`: the session as it is now. */
  spoken(memory: SessionMemory, turn: ClosedTurn): Promise<ClaimedTurn | null>;
  /** Claims an agent's question; null when somebody else has it. */
  asked(sessionId: string, askSeq: number): Promise<ClaimedTurn | null>;
  /** Claims turns again whose claim's lease ran out before they were done. */
  overdue(memory: SessionMemory, running: ReadonlySet<string>): Promise<readonly ClaimedTurn[]>;
}

/** Claims on the log: the first to append a turn's key works it, for as long as its lease. */
export function claims(log: ClaimLog, leaseMs: number, clock: () => number): Claims {
  const claim = async (sessionId: string, { turnSeq, segments, attempt }: ClaimRequest) => {
    const key = attempt === 1 ? `turn:${turnSeq}` : `turn:${turnSeq}:${attempt}`;
    const leaseUntil = new Date(clock() + leaseMs).toISOString();
    const data = { turnSeq, segments: [...segments], attempt, leaseUntil };
    const [appended] = await log.append(sessionId, [{ kind: "turn", key, data }]);
    return appended?.duplicate === false;
  };
  const load = async (sessionId: string, turnSeq: number, seqs: readonly number[]) => {
    const events = await log.at(sessionId, seqs);
    const spoken = events.filter((event): event is EventOf<"segment"> => event.kind === "segment");
    const ask = events.find((event): event is EventOf<"ask"> => event.kind === "ask");
    const overAt = Math.max(0, ...events.map(({ at }) => Date.parse(at)));
    const turn = {
      turnSeq,
      spoken: spoken.sort((a, b) => seqs.indexOf(a.seq) - seqs.indexOf(b.seq)),
      overAt,
    };
    return ask ? { ...turn, ask } : turn;
  };
  return {
    async spoken({ state: { sessionId }, turns: { unworked } }, { segments, overAt }) {
      const seqs = segments.map(({ seq }) => seq);
      const turnSeq = Math.min(...seqs);
      // Whoever knew less of the log may have split the same words into other turns, and claimed one just now.
      if (!seqs.every((seq) => unworked.includes(seq))) return null;
      const mine = await claim(sessionId, { turnSeq, segments: seqs, attempt: 1 });
      return mine ? { turnSeq, spoken: segments, overAt } : null;
    },
    async asked(sessionId, askSeq) {
      const mine = await claim(sessionId, { turnSeq: askSeq, segments: [askSeq], attempt: 1 });
      return mine ? load(sessionId, askSeq, [askSeq]) : null;
    },
    async overdue({ state: { sessionId }, turns }, running) {
      const mine: ClaimedTurn[] = [];
      for (const { turnSeq, segments, attempt, leaseUntil } of turns.open.values()) {
        if (Date.parse(leaseUntil) > clock() || running.has(turnKey(sessionId, turnSeq))) continue;
        if (attempt >= ATTEMPTS) {
          await log.append(sessionId, [
            { kind: "turn-done", key: `turn-done:${turnSeq}`, data: { turnSeq } },
          ]);
          continue;
        }
        if (await claim(sessionId, { turnSeq, segments, attempt: attempt + 1 })) {
          mine.push(await load(sessionId, turnSeq, segments));
        }
      }
      return mine;
    },
  };
}

/** Names a turn among those that this process is working. */
export function turnKey(sessionId: string, turnSeq: number): string {
  return `${sessionId}#${turnSeq}`;
}
