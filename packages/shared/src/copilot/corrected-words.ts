import type { SegmentFact } from "../domain/segment.ts";
import type { EventOf } from "../domain/session-event.ts";
import type { SuggestionCard } from "../domain/suggestion.ts";

/** The newest text of each segment, where its first text stood. */
export function newestWords(spoken: readonly EventOf<"segment">[]): readonly SegmentFact[] {
  const newest = new Map<string, EventOf<"segment">>();
  for (const event of spoken) {
    const { segmentId } = event.data;
    if ((newest.get(segmentId)?.seq ?? 0) < event.seq) newest.set(segmentId, event);
  }
  return [...newest.values()].map(({ data }) => data);
}

/** The cards that answer words which these segments correct: nobody said those words. */
export function cardsOfCorrected(
  cards: readonly SuggestionCard[],
  segments: readonly SegmentFact[],
): readonly SuggestionCard[] {
  const corrected = new Set(
    segments.filter((segment) => segment.corrected).map(({ segmentId }) => segmentId),
  );
  if (corrected.size === 0) return [];
  return cards.filter(({ question }) => question.segmentIds.some((id) => corrected.has(id)));
}
