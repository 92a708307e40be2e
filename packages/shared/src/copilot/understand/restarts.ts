import { joined } from "../language/words.ts";
import type { Heard } from "./heard.ts";
import type { NamedThing } from "./things.ts";

/** A place where the caller takes back what was said and says what is meant: `[from, to)` are the words that do. */
export interface Correction {
  readonly from: number;
  readonly to: number;
  /** Whether the thing that begins at this word was taken back by it. */
  replaces(at: number, things: readonly NamedThing[]): boolean;
}

const CUE =
  /\b(?:(?:no|oh|uh|wait|sorry|actually|well) )*(?:i (?:mean|meant|was talking about|was asking about|should have said)|no wait|or rather|scratch that|no not (?:the|that|my) (?:\w+ ){1,2}|no actually)(?: to say)?\b/;
const FIGURE =
  /\b(?:you know what i mean|what i mean is|i mean (?:i|it is|it|who|what|he|she|they|that|this is|you|we|could|come on|fair|either))\b/;

/** Finds where the caller corrects what was asked: "no wait, I meant the dryer". A figure of speech is none. */
export function correctionIn({ words }: Heard): Correction | null {
  const text = joined(words);
  const cue = CUE.exec(text);
  if (!cue || FIGURE.test(text.slice(cue.index))) return null;
  const from = text.slice(0, cue.index).split(" ").filter(Boolean).length;
  const to = from + cue[0].split(" ").length;
  return {
    from,
    to,
    replaces: (at, things) => at < from && things.some((thing) => thing.from >= to && thing.from < to + 8),
  };
}
