import { isUnavailable, type SuggestionCard } from "@live-copilot/shared";
import {
  type CopilotDeps,
  modelIntentFact,
  type UnwrittenCard,
  writeSuggestion,
} from "@live-copilot/shared/copilot";
import type { SessionMemories } from "../sessions/session-memories.ts";
import type { WorkLog } from "./work-log.ts";

export interface CardWriters {
  /** Lets a model write cards. Returns at once; what fails is reported. A card that is being written is begun anew. */
  write(sessionId: string, cards: readonly UnwrittenCard[]): void;
  /** Ends the writing of a card, if it is written here: no answer of it is stored after this call. */
  abort(sessionId: string, cardId: string): void;
  isWriting(sessionId: string, cardId: string): boolean;
  /** Aborts what is being written, and leaves it on the log as unfinished; waits for it. */
  stop(): Promise<void>;
}

interface WriterDeps {
  readonly copilot: CopilotDeps;
  readonly memories: SessionMemories;
  readonly report: WorkLog;
}

/**
 * Writes cards behind the turns that they came from, one writer a card. Each follows its session's log meanwhile, so
 * that what another replica appends (a turn that supersedes the card, a context that changes it) ends it here too.
 */
export function cardWriters(deps: WriterDeps): CardWriters {
  const { copilot, report } = deps;
  const writing = new Map<string, AbortController>();
  const pending = new Set<Promise<void>>();
  const nameOf = (sessionId: string, cardId: string) => `${sessionId}\n${cardId}`;

  const writeCard = async (sessionId: string, unwritten: UnwrittenCard) => {
    const name = nameOf(sessionId, unwritten.card.id);
    const abort = new AbortController();
    writing.get(name)?.abort();
    writing.set(name, abort);
    const stopFollowing = abortWhenOvertaken(deps, { sessionId, card: unwritten.card, abort });
    try {
      const written = await writeSuggestion(copilot, { ...unwritten, sessionId }, abort.signal);
      if (!written || abort.signal.aborted) return;
      if (isUnforeseen(written.failure)) report.failed(sessionId, written.failure);
      const memory = await deps.memories.recall(sessionId);
      if (isOvertaken(memory.state.cards, unwritten.card) || abort.signal.aborted) return;
      const intent = modelIntentFact(memory.state.intent, written);
      await copilot.log.append(sessionId, intent ? [intent, written.fact] : [written.fact]);
      report.written(written);
    } finally {
      stopFollowing();
      if (writing.get(name) === abort) writing.delete(name);
    }
  };

  return {
    write(sessionId, cards) {
      for (const card of cards) {
        const settled = writeCard(sessionId, card)
          .catch((error: unknown) => report.failed(sessionId, error))
          .finally(() => pending.delete(settled));
        pending.add(settled);
      }
    },
    abort: (sessionId, cardId) => writing.get(nameOf(sessionId, cardId))?.abort(),
    isWriting: (sessionId, cardId) => writing.has(nameOf(sessionId, cardId)),
    async stop() {
      for (const abort of writing.values()) abort.abort();
      await Promise.all(pending);
    },
  };
}

/** A model that is away or errs is counted, and the card says it; anything else is a fault of ours. */
function isUnforeseen(failure: unknown): boolean {
  return failure !== undefined && !isUnavailable(failure);
}

interface WatchedCard {
  readonly sessionId: string;
  readonly card: SuggestionCard;
  readonly abort: AbortController;
}

/** Aborts the writing of a card once the log says that it is not wanted any more. Returns what stops it. */
function abortWhenOvertaken(
  { copilot, memories, report }: WriterDeps,
  { sessionId, card, abort }: WatchedCard,
): () => void {
  const look = async () => {
    const { state } = await memories.recall(sessionId);
    if (isOvertaken(state.cards, card)) abort.abort();
  };
  return copilot.log.live(sessionId, () => {
    look().catch((error: unknown) => report.failed(sessionId, error));
  });
}

/** Whether the log holds something newer of a card than the sources that its writer began with. */
function isOvertaken(cards: readonly SuggestionCard[], card: SuggestionCard): boolean {
  const now = cards.find(({ id }) => id === card.id);
  if (!now) return false;
  return now.status !== "sources" || now.supersededBy !== undefined || now.updatedAt !== card.updatedAt;
}
