import { CopilotError, type FieldError, type PlainEvent, plainEventSchema } from "@live-copilot/shared";
import type { z } from "zod";

/** Events of one request at most. */
export const MAX_BATCH = 1000;
/** Errors listed in one answer at most. */
const MAX_ERRORS = 20;

/**
 * Reads the plain body: one event or an array of them. One wrong event refuses the whole batch, so that a sender
 * can send it again as it is; the error names every wrong field. Throws CopilotError BAD_REQUEST or TOO_LARGE.
 */
export function readPlain(body: unknown): readonly PlainEvent[] {
  const batch = Array.isArray(body);
  const items: readonly unknown[] = batch ? body : [body];
  if (items.length > MAX_BATCH) {
    throw new CopilotError(
      "TOO_LARGE",
      `At most ${MAX_BATCH} events fit in one request; this one has ${items.length}.`,
    );
  }
  const events: PlainEvent[] = [];
  const errors: FieldError[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = plainEventSchema.safeParse(item);
    if (parsed.success) events.push(parsed.data);
    else
      errors.push(
        ...parsed.error.issues.map((issue) =>
          fieldError(batch ? [index, ...issue.path] : issue.path, expectation(issue)),
        ),
      );
    if (errors.length >= MAX_ERRORS) break;
  }
  if (errors.length === 0) return events;
  const names = [...new Set(errors.map(({ field }) => field))].join(", ");
  throw new CopilotError("BAD_REQUEST", `Nothing was stored. Wrong: ${names}.`, {
    fields: errors.slice(0, MAX_ERRORS),
  });
}

/** What was expected, as a sender needs it: a missing field is called missing. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_type") return issue.message;
  return issue.message.endsWith("received undefined")
    ? `missing: a ${issue.expected}`
    : `a ${issue.expected}`;
}

function fieldError(path: readonly PropertyKey[], expected: string): FieldError {
  return { field: path.map(String).join(".") || "(body)", expected };
}
