import type { SuggestionCard } from "@live-copilot/shared";
import type { OnMessage } from "./feed-socket.ts";

/** When what became of one turn reached its session's socket, `performance.now()`; NaN for what did not come. */
export interface CardTimes {
  readonly question: string;
  readonly sourcesAt: number;
  readonly draftAt: number;
  readonly readyAt: number;
  /** Who wrote it in the end. */
  readonly engine: string;
}

export interface CardClock {
  readonly onMessage: OnMessage;
  /** What is known of the card that the segment with this id gave; null where it gave none. */
  timesOf(segmentId: string): CardTimes | null;
}

interface Noted {
  card: SuggestionCard;
  sourcesAt: number;
  draftAt: number;
  readyAt: number;
}

/** Notes when cards and their drafts come. */
export function createCardClock(): CardClock {
  const bySegment = new Map<string, Noted>();
  const byCard = new Map<string, Noted>();
  return {
    onMessage(payload) {
      const now = performance.now();
      const { cards = [], drafts = [] } = payload as {
        readonly cards?: readonly SuggestionCard[];
        readonly drafts?: readonly { readonly cardId: string }[];
      };
      for (const card of cards) {
        const noted = byCard.get(card.id) ?? {
          card,
          sourcesAt: now,
          draftAt: Number.NaN,
          readyAt: Number.NaN,
        };
        noted.card = card;
        if (card.status === "ready" && Number.isNaN(noted.readyAt)) noted.readyAt = now;
        byCard.set(card.id, noted);
        for (const segmentId of card.question.segmentIds) bySegment.set(segmentId, noted);
      }
      for (const { cardId } of drafts) {
        const noted = byCard.get(cardId);
        if (noted && Number.isNaN(noted.draftAt)) noted.draftAt = now;
      }
    },
    timesOf(segmentId) {
      const noted = bySegment.get(segmentId);
      if (!noted) return null;
      const { card, ...times } = noted;
      return { ...times, question: card.question.text, engine: card.engine };
    },
  };
}
