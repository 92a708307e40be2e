import type { NewFact } from "@live-copilot/shared";
import type { WrittenSuggestion } from "@live-copilot/shared/copilot";

/** Where the worker says what it did: the server's log and its metrics. Never a customer's words. */
export interface WorkLog {
  worked(facts: readonly NewFact[]): void;
  /** A model wrote a card, or the rules' answer stands in its place. */
  written(suggestion: WrittenSuggestion): void;
  failed(sessionId: string, error: unknown): void;
}
