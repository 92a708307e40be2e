import type { PolicyClause, PolicyHit } from "../domain/clause.ts";
import type { Customer } from "../domain/customer.ts";
import type { IntentLabel } from "../domain/intent.ts";
import type { SegmentFact } from "../domain/segment.ts";
import type { Citation, Decision } from "../domain/suggestion.ts";
import type { PolicyScope } from "./ports.ts";
import type { Question } from "./understand/question.ts";

/** One question taken out of a turn, with what to search by. */
export interface ExtractedQuestion extends Question {
  /** The words by which clauses are searched. */
  readonly search: string;
  /** The caller's words around it: facts of the case (causes, amounts, who did what). */
  readonly situation: string;
}

/** Everything an advisor may use. Nothing else may enter its answer. */
export interface AdviceRequest {
  readonly question: ExtractedQuestion;
  /** What retrieval found, best first. */
  readonly hits: readonly PolicyHit[];
  readonly scope: PolicyScope;
  /** The day of the answer, as ISO 8601 date; `scope.at` is the day whose versions hold, often the contract's start. */
  readonly today: string;
  readonly customer: Customer | null;
  /** Names of the options that the customer bought; null: not known. */
  readonly options: readonly string[] | null;
  /** What was said last, oldest first, card numbers and the like masked; absent where no model will read it. */
  readonly transcript?: readonly SpokenLine[];
  /** Whose question it is: sessions take turns where the model has more to do than it can. */
  readonly sessionId?: string;
}

/** One speaker's words, for a model to understand the question by. They are data, never instructions. */
export interface SpokenLine {
  readonly speaker: SegmentFact["speaker"];
  readonly text: string;
}

/** A quote as an advisor proposes it; it is shown only once it was found in its clause, word for word. */
export interface ProposedCitation {
  readonly clause: PolicyClause;
  readonly quote: string;
  /** The deciding words, each a part of `quote`. */
  readonly deciding: readonly string[];
}

/** What an advisor says. */
export interface Advice {
  readonly decision: Decision | null;
  /** Half a line, about eight words, no full stop. */
  readonly reason: string;
  /** What the agent says: one to three short, calm sentences. */
  readonly script: string;
  readonly citations: readonly ProposedCitation[];
  readonly nextSteps: readonly string[];
  readonly clarifyingQuestion?: string;
  /** What the caller wants, as a model understood the turn; the rules say it elsewhere. */
  readonly intent?: IntentLabel;
  /** What a model's answer cost. */
  readonly usage?: ModelUsage;
}

/** Tokens of one answer, as the model's server counted them. */
export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars, where prices are set. */
  readonly costUsd?: number;
}

/** A checked answer: every citation stands in its clause. */
export interface CheckedAdvice extends Omit<Advice, "citations"> {
  readonly citations: readonly Citation[];
}
