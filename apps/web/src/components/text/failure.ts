import { reasonOf } from "../../trpc.ts";

const SENTENCES: Partial<Record<string, string>> = {
  COPILOT_OFF: "The copilot is off for this call. Turn it on first.",
  COPILOT_DISABLED: "The copilot is switched off on this server.",
  SESSION_NOT_FOUND: "This call is not there any more.",
  CARD_NOT_FOUND: "This answer is not there any more.",
  DOCUMENT_NOT_FOUND: "This document is not in the library any more.",
  RATE_LIMITED: "Too many at once. Try again in a moment.",
  UNAVAILABLE: "The server cannot do this right now. Try again in a moment.",
  FORBIDDEN: "This call belongs to someone else.",
  UNAUTHORIZED: "You are signed out.",
  TOO_LARGE: "That is too long.",
};

/** A sentence for the agent about anything that was thrown. */
export function failureWords(error: unknown): string {
  const reason = reasonOf(error);
  if (reason === null) return "The connection dropped. Try again.";
  return SENTENCES[reason] ?? "That did not work. Try again.";
}
