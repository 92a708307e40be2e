import type { NewFact } from "@live-copilot/shared";
import { type CopilotDeps, type UnwrittenCard, writeSuggestion } from "@live-copilot/shared/copilot";
import type { WorkLog } from "./work-log.ts";

export interface CardWriters {
  /**
   * Lets a model write cards; `done` is stored once all are written. Resolves then, also when it failed, which is
   * reported. A card that is being written already is begun anew.
   */
  write(sessionId: string, cards: readonly UnwrittenCard[], done?: NewFact): Promise<void>;
  /** Ends the writing of a card, if it is written here: no answer of it is stored after this call. */
  abort(sessionId: string, cardId: string): void;
  isWriting(sessionId: string, cardId: string): boolean;
  /** Aborts what is being written, and leaves it on the log as unfinished; waits for it. */
  stop(): Promise<void>;
}

/** Writes cards behind the turns that they came from, one writer a card. */
export function cardWriters(copilot: CopilotDeps, report: WorkLog): CardWriters {
  const writing = new Map<string, AbortController>();
  const pending = new Set<Promise<void>>();
  let stopped = false;
  const nameOf = (sessionId: string, cardId: string) => `${sessionId}\n${cardId}`;

  const writeCard = async (sessionId: string, unwritten: UnwrittenCard) => {
    const name = nameOf(sessionId, unwritten.card.id);
    const abort = new AbortController();
    writing.get(name)?.abort();
    writing.set(name, abort);
    try {
      const fact = await writeSuggestion(copilot, { ...unwritten, sessionId }, abort.signal);
      if (fact && !abort.signal.aborted) await copilot.log.append(sessionId, [fact]);
    } finally {
      if (writing.get(name) === abort) writing.delete(name);
    }
  };

  const writeAll = async (sessionId: string, cards: readonly UnwrittenCard[], done?: NewFact) => {
    await Promise.all(cards.map((card) => writeCard(sessionId, card)));
    if (done && !stopped) await copilot.log.append(sessionId, [done]);
  };

  return {
    write(sessionId, cards, done) {
      const settled = writeAll(sessionId, cards, done)
        .catch((error: unknown) => report.failed(sessionId, error))
        .finally(() => pending.delete(settled));
      pending.add(settled);
      return settled;
    },
    abort: (sessionId, cardId) => writing.get(nameOf(sessionId, cardId))?.abort(),
    isWriting: (sessionId, cardId) => writing.has(nameOf(sessionId, cardId)),
    async stop() {
      stopped = true;
      for (const abort of writing.values()) abort.abort();
      await Promise.all(pending);
    },
  };
}
