import type { SuggestionCard, TranscriptSegment } from "@live-copilot/shared";
import type { Feed } from "../../session-feed/feed.ts";
import type { Raised } from "./raised-words.ts";

export interface Row {
  readonly segment: TranscriptSegment;
  readonly named: boolean;
}

const NEW_BREATH_MS = 20_000;

/** Everything said and being said, in its order; a name where the speaker changes or after a pause. */
export function rowsOf({ lines, spoken }: Pick<Feed, "lines" | "spoken">): readonly Row[] {
  const segments = [...lines.map((line) => line.segment), ...spoken];
  if (spoken.length > 0) segments.sort((a, b) => a.atMs - b.atMs);
  return segments.map((segment, index) => {
    const before = segments[index - 1];
    const goesOn = before?.speaker === segment.speaker && segment.atMs - before.atMs < NEW_BREATH_MS;
    return { segment, named: !goesOn };
  });
}

/** Which cards' questions each segment raised, the newest answer last. */
export function raisedBySegment(cards: readonly SuggestionCard[]): ReadonlyMap<string, readonly Raised[]> {
  const raised = new Map<string, Raised[]>();
  for (const { id, question, status, supersededBy } of cards) {
    if (status === "withdrawn" || supersededBy) continue;
    for (const segmentId of question.segmentIds) {
      raised.set(segmentId, [...(raised.get(segmentId) ?? []), { cardId: id, question: question.text }]);
    }
  }
  return raised;
}
