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

/** A turn's segments with those that its corrected ones were asked together with, in spoken order: half a question asks nothing. */
export function withRestOfCorrected(
  segments: readonly SegmentFact[],
  before: readonly SegmentFact[],
  cards: readonly SuggestionCard[],
): readonly SegmentFact[] {
  const own = new Set(segments.map(({ segmentId }) => segmentId));
  const asked = new Set(cardsOfCorrected(cards, segments).flatMap(({ question }) => question.segmentIds));
  const rest = before.filter(({ segmentId }) => asked.has(segmentId) && !own.has(segmentId));
  return rest.length === 0 ? segments : [...rest, ...segments].sort((a, b) => a.atMs - b.atMs);
}

/** Whether all the words that a card answers are among these. */
export function isWholeIn({ question }: SuggestionCard, segments: readonly SegmentFact[]): boolean {
  const there = new Set(segments.map(({ segmentId }) => segmentId));
  return question.segmentIds.every((id) => there.has(id));
}
