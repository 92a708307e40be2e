import type { Intent } from "../../domain/intent.ts";
import type { AskedQuestion } from "../../domain/question.ts";
import type { Speaker } from "../../domain/segment.ts";
import type { CardStatus } from "../../domain/suggestion.ts";
import type { ExtractedQuestion } from "../advice.ts";
import type { Synonyms } from "../ports.ts";

/** A question that a card of this session carries. */
export interface AskedBefore {
  readonly cardId: string;
  readonly status: CardStatus;
  readonly question: AskedQuestion;
}

export interface TurnInput {
  readonly segments: readonly { readonly segmentId: string; readonly text: string }[];
  /** Earlier turns of both speakers, oldest first; the last eight are enough. */
  readonly before: readonly { readonly speaker: Speaker; readonly text: string }[];
  /** Questions on cards of this session, newest last. */
  readonly asked: readonly AskedBefore[];
  /** The session's intent so far. */
  readonly intent: Intent | null;
  /** The library's own words; the same array each time is read fastest. */
  readonly synonyms: Synonyms;
}

/** How a question stands to those that were asked before it. */
export type QuestionRelation =
  | { readonly kind: "new" }
  | { readonly kind: "repeat" | "refines"; readonly cardId: string };

export interface ReadQuestion {
  readonly question: ExtractedQuestion;
  readonly relation: QuestionRelation;
}

export interface TurnReading {
  /** The session's intent after this turn; what it was where the turn says nothing of it. */
  readonly intent: Intent | null;
  /** In the order in which they were spoken. */
  readonly questions: readonly ReadQuestion[];
}
