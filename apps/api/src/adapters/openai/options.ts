import type { ModelUsage } from "@live-copilot/shared/copilot";
import type { FailureKind } from "./model-failure.ts";

/** How to reach the models, and how much of them may be used. */
export interface OpenAiOptions {
  /** Absent for servers that want none. */
  readonly apiKey?: string | undefined;
  /** Any server that speaks OpenAI's API, with its path; absent: OpenAI's own. */
  readonly baseUrl?: string | undefined;
  /** Who writes suggestions. */
  readonly model: string;
  /** Who turns texts into vectors; absent: nobody. */
  readonly embeddingModel?: string | undefined;
  /** Suggestions that are written at once; more wait, each session in its turn. */
  readonly concurrency: number;
  /** How long a suggestion may take, milliseconds: no retry is waited for that would come too late. */
  readonly deadlineMs: number;
  /** US dollars for a million tokens. */
  readonly priceInput?: number | undefined;
  readonly priceOutput?: number | undefined;
  /** How long a reasoning model thinks; absent: "low" for models known to reason, nothing for others. */
  readonly reasoningEffort?: "none" | "minimal" | "low" | "medium" | "high" | undefined;
  /** When a model is not asked any more, and when it is tried again. */
  readonly circuit?: CircuitOptions | undefined;
  /** Told of each question once, for metrics. Must not throw. */
  readonly onOutcome?: ((outcome: ModelOutcome) => void) | undefined;
}

export interface CircuitOptions {
  /** Questions that have to fail one after another. */
  readonly failures: number;
  /** Milliseconds until one question is let through again. */
  readonly reopenMs: number;
}

/** What became of one question that was asked of the model. Holds none of its words. */
export interface ModelOutcome {
  /** `timeout`: the caller's deadline came first; `aborted`: the answer was not wanted any more. */
  readonly outcome: "ok" | "failed" | "timeout" | "aborted";
  /** Why it failed. */
  readonly failure?: FailureKind;
  /** Requests that were sent; 0 where it failed while it waited, or the circuit was open. */
  readonly attempts: number;
  /** From the question to its end. */
  readonly seconds: number;
  /** Waited for a place among those that are asked at once. */
  readonly queuedSeconds: number;
  /** From the question to the first text of the script; absent where none came. */
  readonly firstTextSeconds?: number;
  /** Of the answer, where the model's server counted. */
  readonly usage?: ModelUsage;
}
