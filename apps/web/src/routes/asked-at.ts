import type { SuggestionCard } from "@live-copilot/shared";
import { clock } from "../components/text/clock.ts";
import type { Feed } from "../session-feed/feed.ts";

/** The call's clock when a card's question was asked: its first words, else when the card was made. */
export function askedAt({ lines, state }: Pick<Feed, "lines" | "state">, card: SuggestionCard): string {
  const raised = new Set(card.question.segmentIds);
  const words = raised.size > 0 ? lines.find(({ segment }) => raised.has(segment.segmentId)) : undefined;
  if (words) return clock(words.segment.atMs);
  return state.session ? clock(Date.parse(card.createdAt) - Date.parse(state.session.startedAt)) : "";
}
