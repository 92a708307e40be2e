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
    const at = batch ? [index] : [];
    const parsed = check(item);
    if (parsed.success) events.push(parsed.data);
    else {
      errors.push(
        ...parsed.error.issues.map((issue) => fieldError([...at, ...issue.path], expectation(issue))),
      );
    }
    if (errors.length >= MAX_ERRORS) break;
  }
  if (errors.length === 0) return events;
  const names = [...new Set(errors.map(({ field }) => field))].join(", ");
  throw new CopilotError("BAD_REQUEST", `Nothing was stored. Wrong: ${names}.`, {
    fields: errors.slice(0, MAX_ERRORS),
  });
}

const FIELDS: ReadonlySet<string> = new Set(Object.keys(plainEventSchema.shape));

/** The schema's checks of a text's length throw for an object with a length that is no number. */
function check(item: unknown): ReturnType<typeof plainEventSchema.safeParse> {
  try {
    return plainEventSchema.safeParse(item);
  } catch {
    return plainEventSchema.safeParse(withoutObjects(item));
  }
}

/** The event with a mark that fits nothing in the place of each field, all of them plain values, that is an object. */
function withoutObjects(item: unknown): unknown {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
  const values = Object.entries(item).map(([field, value]) => {
    const isObject = FIELDS.has(field) && typeof value === "object" && value !== null;
    return [field, isObject ? NO_PLAIN_VALUE : value] as const;
  });
  return Object.fromEntries(values);
}

/** Fits no field. */
const NO_PLAIN_VALUE = Symbol("an object");

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
