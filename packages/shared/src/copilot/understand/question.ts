import type { QuestionKind, QuestionReading } from "../../domain/question.ts";

/**
 * The thing that a question is about: the caller's words for it, without an article; the ids of what its words name, the
 * head last; the ids of what it was said to be a part of; and whether it is many.
 */
export type AskedThing = NonNullable<QuestionReading["thing"]>;

/** One question, read once. Nothing decides on `text`: it is for the eye. */
export interface Question extends QuestionReading {
  readonly text: string;
  readonly kind: QuestionKind;
  readonly segmentIds: readonly string[];
  /** The caller's plain words that tell of its case: the turn, and what was said shortly before it. */
  readonly told: string;
}
