/**
 * Why a call was refused. One closed list for every transport; tRPC carries it as `data.reason`, HTTP as the
 * problem's `type`. Clients must accept reasons that they do not know.
 */
export const REASONS = [
  "BAD_REQUEST",
  "UNAUTHORIZED",
  "FORBIDDEN",
  "NOT_FOUND",
  "SESSION_NOT_FOUND",
  "CARD_NOT_FOUND",
  "DOCUMENT_NOT_FOUND",
  "COPILOT_OFF",
  "COPILOT_DISABLED",
  "CONFLICT",
  "LOG_RESET",
  "TOO_LARGE",
  "RATE_LIMITED",
  "UNAVAILABLE",
  "INTERNAL",
] as const;

export type Reason = (typeof REASONS)[number];

/** A field of the caller's input that is wrong: where it stands, and what was expected there. */
export interface FieldError {
  /** Path from the input's root, as in `0.segmentId` or `documents.2.content`. */
  readonly field: string;
  readonly expected: string;
}

export interface CopilotErrorOptions extends ErrorOptions {
  readonly fields?: readonly FieldError[];
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number;
}

/** The one error that verbs throw on purpose. Its message is written for the caller and holds no internals. */
export class CopilotError extends Error {
  readonly reason: Reason;
  readonly fields: readonly FieldError[];
  readonly retryAfter: number | undefined;

  constructor(reason: Reason, message: string, options: CopilotErrorOptions = {}) {
    super(message, options);
    this.name = "CopilotError";
    this.reason = reason;
    this.fields = options.fields ?? [];
    this.retryAfter = options.retryAfter;
  }
}

/** Whether something that is asked cannot be reached now, so that another try makes sense. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof CopilotError && error.reason === "UNAVAILABLE";
}
