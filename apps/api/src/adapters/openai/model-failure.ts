import { CopilotError } from "@live-copilot/shared";
import { APIConnectionTimeoutError, APIError } from "openai";
import { retryAfterMs } from "./retry-after.ts";

/** Why a model gave no answer that can be used. */
export type FailureKind =
  | "rate-limited"
  | "server-error"
  | "connection"
  | "rejected"
  | "malformed"
  | "cut"
  | "refused"
  | "filtered"
  | "too-long"
  | "circuit-open"
  | "not-asked"
  | "closed";

export interface ModelFailureOptions {
  /** Whether the same request may fare better. */
  readonly canRetry?: boolean;
  /** When the server wants to be asked again, milliseconds from now. */
  readonly retryAfterMs?: number | undefined;
  /** A parameter that the server says it does not take. */
  readonly param?: string | undefined;
}

/**
 * A failure as the adapter sees it. It is the cause of what callers are given, so its message is made of our own words
 * and the status alone: servers repeat keys and prompts in theirs.
 */
export class ModelFailure extends Error {
  override name = "ModelFailure";
  readonly kind: FailureKind;
  readonly canRetry: boolean;
  readonly retryAfterMs: number | undefined;
  readonly param: string | undefined;

  constructor(kind: FailureKind, message: string, options: ModelFailureOptions = {}) {
    super(message);
    this.kind = kind;
    this.canRetry = options.canRetry ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.param = options.param;
  }
}

/** Parameters that not every server takes and that an answer can do without. */
export const OPTIONAL_PARAMS = [
  "reasoning_effort",
  "temperature",
  "stream_options",
  "max_completion_tokens",
] as const;
export type OptionalParam = (typeof OPTIONAL_PARAMS)[number];

/** What the SDK, the connection or the reading of an answer threw, as a failure. */
export function failureOf(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (error instanceof CopilotError) return new ModelFailure("malformed", error.message, { canRetry: true });
  if (error instanceof APIConnectionTimeoutError) {
    return new ModelFailure("connection", "The model's server did not answer in time.", { canRetry: true });
  }
  if (error instanceof APIError && error.status !== undefined) return ofStatus(error, error.status);
  if (error instanceof SyntaxError) {
    return new ModelFailure("malformed", "The model's server sent what is no JSON.", { canRetry: true });
  }
  // An error in the middle of a stream has no status; a lost connection is not even the SDK's own error.
  const kind = error instanceof APIError && error.error !== undefined ? "server-error" : "connection";
  return new ModelFailure(kind, "The connection to the model's server failed.", { canRetry: true });
}

function ofStatus(error: APIError, status: number): ModelFailure {
  const said = error.headers?.get("x-should-retry");
  const temporary = status === 408 || status === 409 || status === 429 || status >= 500;
  // A quota that is used up does not come back within a call.
  const canRetry =
    said === "false" ? false : said === "true" || (temporary && error.code !== "insufficient_quota");
  const kind = status === 429 ? "rate-limited" : status >= 500 ? "server-error" : "rejected";
  return new ModelFailure(kind, `The model's server answered with status ${status}.`, {
    canRetry,
    retryAfterMs: retryAfterMs(error.headers, Date.now()),
    param: status === 400 || status === 422 ? paramOf(error) : undefined,
  });
}

/** The optional parameter that a refusal is about: OpenAI names it in a field, others in words only. */
function paramOf(error: APIError): string | undefined {
  return OPTIONAL_PARAMS.find((param) => error.param === param || error.message.includes(param));
}

/** The error that callers are given. */
export function unavailable(failure: ModelFailure): CopilotError {
  const after = failure.retryAfterMs;
  const options = after === undefined ? {} : { retryAfter: Math.ceil(after / 1000) };
  return new CopilotError("UNAVAILABLE", "The model cannot be used right now.", {
    cause: failure,
    ...options,
  });
}

/** Whether a signal aborted because its time was up. */
export function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}
