import {
  type AdviceRequest,
  type AdviceStep,
  type Advisor,
  type ModelUsage,
  writePrompt,
} from "@live-copilot/shared/copilot";
import type OpenAI from "openai";
import { askModel } from "./ask-model.ts";
import { createCircuit } from "./circuit.ts";
import { createFairQueue } from "./fair-queue.ts";
import {
  failureOf,
  isTimeout,
  ModelFailure,
  OPTIONAL_PARAMS,
  type OptionalParam,
  unavailable,
} from "./model-failure.ts";
import type { ModelOutcome, OpenAiOptions } from "./options.ts";
import { requestBody } from "./request-body.ts";
import { pauseBeforeRetry } from "./retry.ts";

/** What is known of a question while it is worked on. */
interface Course {
  readonly startedAt: number;
  attempts: number;
  queuedMs: number;
  firstTextMs?: number;
  usage?: ModelUsage;
}

/** The time was up before a place was free: says nothing of the model. */
const NOT_ASKED = new ModelFailure("not-asked", "The question was not asked.");

/** A failure of these kinds does not say that the model does not work. */
const OF_THE_QUESTION = new Set<ModelFailure["kind"]>([
  "refused",
  "filtered",
  "too-long",
  "circuit-open",
  "not-asked",
  "closed",
]);

/**
 * A model as an advisor. Its steps throw CopilotError UNAVAILABLE when there is no answer, and the signal's reason when
 * it aborts. A request that failed before the first text is sent again; after it, nothing is said twice.
 */
export function createAdvisor(client: OpenAI, options: OpenAiOptions, closing: AbortSignal): Advisor {
  const queue = createFairQueue(options.concurrency);
  const circuit = createCircuit(options.circuit ?? { failures: 5, reopenMs: 10_000 }, countsAgainst);
  const refusedParams = new Set<OptionalParam>();

  async function* attempt(request: AdviceRequest, course: Course, signal: AbortSignal) {
    const waitsFrom = Date.now();
    const leave = await queue.enter(request.sessionId ?? "", signal);
    course.queuedMs += Date.now() - waitsFrom;
    course.attempts += 1;
    try {
      const body = requestBody(options, writePrompt(request), refusedParams);
      const onUsage = (usage: ModelUsage) => void Object.assign(course, { usage });
      for await (const step of askModel({ client, ...options }, { body, request, onUsage }, signal)) {
        if ("script" in step) course.firstTextMs ??= Date.now() - course.startedAt;
        yield step;
      }
    } finally {
      leave();
    }
  }

  async function* ask(
    request: AdviceRequest,
    course: Course,
    signal: AbortSignal,
  ): AsyncGenerator<AdviceStep> {
    const endsAt = course.startedAt + options.deadlineMs;
    for (let failures = 1; ; failures += 1) {
      const omitted = new Set(refusedParams);
      try {
        yield* attempt(request, course, signal);
        return;
      } catch (error) {
        if (signal.aborted) throw course.attempts > 0 ? signal.reason : NOT_ASKED;
        const failure = failureOf(error);
        if (course.firstTextMs !== undefined) throw failure;
        const param = OPTIONAL_PARAMS.find((name) => name === failure.param);
        if (param === undefined || omitted.has(param)) {
          await pauseBeforeRetry(failure, { attempt: failures, leftMs: endsAt - Date.now() }, signal);
        } else refusedParams.add(param);
      }
    }
  }

  return {
    engine: `openai:${options.model}`,
    isAvailable: () => !closing.aborted && circuit.isAvailable(),
    async *write(request, caller) {
      const signal = AbortSignal.any([caller, closing]);
      const course: Course = { startedAt: Date.now(), attempts: 0, queuedMs: 0 };
      let outcome: Pick<ModelOutcome, "outcome" | "failure"> = { outcome: "aborted" };
      try {
        yield* circuit.watch(ask(request, course, signal));
        outcome = { outcome: "ok" };
      } catch (error) {
        if (caller.aborted) {
          outcome = { outcome: isTimeout(caller.reason) ? "timeout" : "aborted" };
          throw caller.reason;
        }
        const failure = closing.aborted
          ? new ModelFailure("closed", "The adapter is closed.")
          : failureOf(error);
        outcome = { outcome: "failed", failure: failure.kind };
        throw unavailable(failure);
      } finally {
        options.onOutcome?.({ ...outcome, ...measured(course) });
      }
    },
  };
}

/** Whether an error says that the model does not work: a deadline that came does, a caller who left does not. */
function countsAgainst(error: unknown): boolean {
  if (error instanceof ModelFailure) return !OF_THE_QUESTION.has(error.kind);
  return isTimeout(error);
}

function measured({ startedAt, attempts, queuedMs, firstTextMs, usage }: Course) {
  return {
    attempts,
    seconds: (Date.now() - startedAt) / 1000,
    queuedSeconds: queuedMs / 1000,
    ...(firstTextMs === undefined ? {} : { firstTextSeconds: firstTextMs / 1000 }),
    ...(usage ? { usage } : {}),
  };
}
