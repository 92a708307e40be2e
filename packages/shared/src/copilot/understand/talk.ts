import type { Heard } from "./heard.ts";
import type { Question } from "./question.ts";
import type { Correction } from "./restarts.ts";
import type { SpokenQuestion } from "./spoken-questions.ts";
import type { NamedThing } from "./things.ts";

/** A turn, and what was said before it. */
export interface Talk {
  readonly segments: readonly { readonly segmentId: string; readonly text: string }[];
  /** Earlier turns of both speakers, oldest first. */
  readonly before: readonly { readonly speaker: string; readonly text: string }[];
}

/** Everything that is read of a turn before its questions are told apart. */
export interface TurnReadings {
  readonly heard: Heard;
  readonly things: readonly NamedThing[];
  /** Of the turns before, the newest first; the agent's too. */
  readonly earlier: readonly (readonly NamedThing[])[];
  readonly talk: Talk;
  readonly correction: Correction | null;
}

/** One question with the words that ask it: `[from, to)` into the turn's words. */
export interface FoundQuestion {
  readonly question: Question;
  readonly from: number;
  readonly to: number;
  readonly isImplied: boolean;
}

/** Words of a turn that ask something: `[from, to)`, what they ask from `core` on. */
export type Span = Pick<SpokenQuestion, "from" | "core" | "to"> & { readonly form: string };
