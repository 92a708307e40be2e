import { languageOf, leansTo } from "./language-of.ts";
import { plainText } from "./plain-text.ts";

interface Spoken {
  readonly text: string;
  readonly speaker?: string;
}

/** One turn of the caller's, and what was said before it by anybody. */
export interface TurnInLanguage {
  readonly segments: readonly Spoken[];
  readonly before: readonly Spoken[];
  /** The language other than the library's that this caller was heard to speak, if any. */
  readonly known: string | null;
}

/**
 * The language that a turn is spoken in where it is not the library's, as an ISO 639-1 code; else null, also where it
 * is not clear. A turn of a few words is told by those before it, as far as it does not lean to the library's language.
 */
export function foreignLanguage(turn: TurnInLanguage, library: string): string | null {
  const said = turn.segments.map(({ text }) => plainText(text)).join(" ");
  const own = languageOf(said);
  if (own !== null) return own === library ? null : own;
  const earlier = turn.before
    .filter(({ speaker }) => speaker === "CUSTOMER")
    .map(({ text }) => plainText(text));
  const likely = turn.known ?? languageOf([...earlier, said].join(" "));
  return likely !== null && likely !== library && leansTo(said, likely, library) ? likely : null;
}

/** Of a turn in another language, the segments that are in the library's all the same: callers change between them. */
export function inLibrarysLanguage<T extends Spoken>(
  segments: readonly T[],
  foreign: string,
  library: string,
): readonly T[] {
  return segments.filter(({ text }) => leansTo(plainText(text), library, foreign));
}
