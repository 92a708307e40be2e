import type { ModelUsage } from "@live-copilot/shared/copilot";
import { Counter, Histogram, type Registry } from "prom-client";

export interface ModelMetrics {
  /** Counts what became of a question that a model was asked. */
  modelAsked(call: ModelCall): void;
}

/** One question to a model; seconds from the question on. */
export interface ModelCall {
  readonly outcome: "ok" | "failed" | "timeout" | "aborted";
  readonly seconds: number;
  readonly firstTextSeconds?: number;
  readonly usage?: ModelUsage;
}

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8];

export function createModelMetrics(registers: Registry[]): ModelMetrics {
  const calls = new Counter({
    name: "copilot_model_calls_total",
    help: "Questions put to the model, by what became of them",
    labelNames: ["outcome"],
    registers,
  });
  const answers = new Histogram({
    name: "copilot_model_answer_seconds",
    help: "From a question to the model to its whole answer",
    buckets: SECONDS,
    registers,
  });
  const firstTexts = new Histogram({
    name: "copilot_model_first_text_seconds",
    help: "From a question to the model to the first text of its script",
    buckets: SECONDS,
    registers,
  });
  const tokens = new Counter({
    name: "copilot_model_tokens_total",
    help: "Tokens that the model read and wrote",
    labelNames: ["direction"],
    registers,
  });
  const cost = new Counter({
    name: "copilot_model_cost_usd_total",
    help: "What the model's answers cost, where prices are set",
    registers,
  });
  return {
    modelAsked({ outcome, seconds, firstTextSeconds, usage }) {
      calls.inc({ outcome });
      if (outcome === "ok") answers.observe(seconds);
      if (firstTextSeconds !== undefined) firstTexts.observe(firstTextSeconds);
      if (!usage) return;
      tokens.inc({ direction: "input" }, usage.inputTokens);
      tokens.inc({ direction: "output" }, usage.outputTokens);
      if (usage.costUsd !== undefined) cost.inc(usage.costUsd);
    },
  };
}
