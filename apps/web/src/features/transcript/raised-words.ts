/** A stretch of a segment's words; with a card's id where they raised its question. */
export interface Stretch {
  readonly text: string;
  readonly cardId?: string;
}

/** A question that a segment's words raised. */
export interface Raised {
  readonly cardId: string;
  readonly question: string;
}

/**
 * Cuts a segment at its sentences and gives each question the sentence that shares most words with it, among
 * those with a question mark if there are any. A question that shares nothing gets the whole segment.
 */
export function raisedWords(text: string, raised: readonly Raised[]): readonly Stretch[] {
  if (raised.length === 0) return [{ text }];
  const sentences = text.match(/[^.?!]+(?:[.?!]+|$)\s*/g) ?? [text];
  const asking = sentences.filter((sentence) => sentence.includes("?"));
  const candidates = asking.length > 0 ? asking : sentences;
  const owners = new Map<string, string>();
  for (const { cardId, question } of raised) {
    const best = candidates.toSorted((a, b) => shared(b, question) - shared(a, question))[0];
    if (best === undefined || (asking.length === 0 && shared(best, question) === 0))
      return [{ text, cardId }];
    owners.set(best, cardId);
  }
  return sentences.flatMap((sentence) => {
    const cardId = owners.get(sentence);
    if (cardId === undefined) return [{ text: sentence }];
    const words = sentence.trimEnd();
    return [{ text: words, cardId }, { text: sentence.slice(words.length) }];
  });
}

/** How many of the longer words two texts share, whatever their endings. */
function shared(a: string, b: string): number {
  const other = stems(b);
  return [...stems(a)].filter((stem) => other.has(stem)).length;
}

function stems(text: string): Set<string> {
  const words = text.toLowerCase().match(/[a-z0-9']{4,}/g) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}
