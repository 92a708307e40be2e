import { CopilotError, type FieldError, type Reason } from "@live-copilot/shared";
import { type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { z } from "zod";

/** Each reason's tRPC code. */
const CODES = {
  BAD_REQUEST: "BAD_REQUEST",
  UNAUTHORIZED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  SESSION_NOT_FOUND: "NOT_FOUND",
  CARD_NOT_FOUND: "NOT_FOUND",
  DOCUMENT_NOT_FOUND: "NOT_FOUND",
  COPILOT_OFF: "PRECONDITION_FAILED",
  COPILOT_DISABLED: "FORBIDDEN",
  CONFLICT: "CONFLICT",
  LOG_RESET: "PRECONDITION_FAILED",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
  INTERNAL: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<Reason, TRPC_ERROR_CODE_KEY>;

/** What tRPC itself refuses, as reasons of ours; every other code is INTERNAL. */
const REASON_OF_CODE: Partial<Record<TRPC_ERROR_CODE_KEY, Reason>> = {
  PARSE_ERROR: "BAD_REQUEST",
  BAD_REQUEST: "BAD_REQUEST",
  NOT_FOUND: "NOT_FOUND",
  METHOD_NOT_SUPPORTED: "BAD_REQUEST",
  UNSUPPORTED_MEDIA_TYPE: "BAD_REQUEST",
  PAYLOAD_TOO_LARGE: "TOO_LARGE",
  TOO_MANY_REQUESTS: "RATE_LIMITED",
};

/** What a client reads of an error: `data.reason`, the wrong fields, and a message that was written for it. */
export interface ShownError {
  readonly reason: Reason;
  readonly message: string;
  readonly fields: readonly FieldError[];
  readonly retryAfter?: number;
}

/** Reads an error for a client. What was not written for callers shows nothing of its inside. */
export function shownError(error: TRPCError): ShownError {
  const { cause } = error;
  if (cause instanceof CopilotError) {
    const { reason, message, fields, retryAfter } = cause;
    return retryAfter === undefined ? { reason, message, fields } : { reason, message, fields, retryAfter };
  }
  if (cause instanceof z.ZodError) {
    const fields = cause.issues.map(({ path, message }) => ({
      field: path.map(String).join(".") || "(input)",
      expected: message,
    }));
    return {
      reason: "BAD_REQUEST",
      message: `Wrong input: ${fields.map(({ field }) => field).join(", ")}.`,
      fields,
    };
  }
  const reason = REASON_OF_CODE[error.code] ?? "INTERNAL";
  const message = reason === "INTERNAL" ? "Something went wrong on our side. Try again." : error.message;
  return { reason, message, fields: [] };
}

/** Any error as tRPC wants it, with the code of its reason. */
export function asTrpcError(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error;
  const code = error instanceof CopilotError ? CODES[error.reason] : "INTERNAL_SERVER_ERROR";
  const message = error instanceof Error ? error.message : "Something went wrong.";
  return new TRPCError({ code, message, cause: error });
}
