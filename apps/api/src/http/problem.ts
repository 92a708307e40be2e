import type { CopilotError, Reason } from "@live-copilot/shared";

/** Each reason's HTTP status and title. */
export const PROBLEMS = {
  BAD_REQUEST: [400, "The request is not as expected"],
  UNAUTHORIZED: [401, "A key is needed"],
  FORBIDDEN: [403, "Not allowed"],
  NOT_FOUND: [404, "There is nothing here"],
  SESSION_NOT_FOUND: [404, "No such session"],
  CARD_NOT_FOUND: [404, "No such card"],
  DOCUMENT_NOT_FOUND: [404, "No such document"],
  COPILOT_OFF: [409, "The copilot is off for this session"],
  COPILOT_DISABLED: [403, "The copilot is switched off on this server"],
  CONFLICT: [409, "This contradicts what is stored"],
  LOG_RESET: [409, "The session's log starts anew"],
  TOO_LARGE: [413, "Too large"],
  RATE_LIMITED: [429, "Too many requests"],
  UNAVAILABLE: [503, "Not available right now"],
  INTERNAL: [500, "Something went wrong"],
} as const satisfies Record<Reason, readonly [number, string]>;

/** An error as RFC 9457 has it, with the fields that are wrong. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
}

/** The media type of a problem (RFC 9457 §3). */
export const PROBLEM_TYPE = "application/problem+json";

/** Describes an error to a caller; its message was written for callers. */
export function problemOf(error: CopilotError): Problem {
  const [status, title] = PROBLEMS[error.reason];
  const type = `urn:live-copilot:${error.reason.toLowerCase().replaceAll("_", "-")}`;
  const problem = { type, title, status, detail: error.message };
  if (error.fields.length === 0) return problem;
  return { ...problem, errors: error.fields.map(({ field, expected }) => ({ field, detail: expected })) };
}
