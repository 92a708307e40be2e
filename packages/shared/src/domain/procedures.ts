import { z } from "zod";
import { optionsSchema } from "./context.ts";
import { feedbackKindSchema } from "./suggestion.ts";

/** Texts that UTF-8 cannot hold would be stored as others, and two ids as one. */
const WELL_FORMED = "no half of a surrogate pair";

/** Ids made by others. */
export const foreignIdSchema = z
  .string()
  .min(1)
  .refine((id) => id.isWellFormed(), WELL_FORMED)
  // Some databases cannot keep it in an indexed text (FerretDB over PostgreSQL), and would refuse its whole batch.
  .refine((id) => !id.includes("\0"), "no NUL character");

/** ContactId of Amazon Connect, or whatever the webhook was given: printable, without white space. */
export const sessionIdSchema = foreignIdSchema
  .max(200)
  .regex(/^[^\s\p{Cc}]+$/u, "no white space or control characters");

const session = z.object({ sessionId: sessionIdSchema });
const label = z.string().trim().max(200);
/** Where a subscriber stands: the seq of the last event that it was sent. */
const lastEventId = z
  .string()
  .regex(/^\d{1,15}$/, "a decimal number")
  .optional();

export const copilotEnableInput = session.extend({
  contractType: label.nullish(),
  selectedPlan: label.nullish(),
  selectedState: label.nullish(),
  /** Names of the options that the customer bought, all of them; an empty list: none; absent: nothing is said. */
  options: optionsSchema.nullish(),
});
export const copilotDisableInput = session;
export const copilotAskInput = session.extend({
  question: z.string().trim().min(1).max(2000),
  /** Made by the client; the same one twice gives the same card. */
  requestId: foreignIdSchema.max(100),
});

export const sessionListInput = z.object({
  status: z.enum(["live", "ended"]).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export const sessionOnListInput = z.object({});
export const sessionGetInput = session.extend({
  /** A cursor from `earlier`: the 200 segments before it. */
  before: z.number().int().positive().optional(),
});
export const sessionFollowInput = session.extend({ lastEventId });
export const sessionEndInput = session;

const contextValue = z.string().trim().min(1).max(200).nullable().optional();
/** A value overrides what the call said; null takes the agent's value back. */
export const updateContextInput = session.extend({
  customerId: contextValue,
  phone: contextValue,
  state: contextValue,
  plan: contextValue,
  contractType: contextValue,
  /** The options that the customer bought, all of them; an empty list: none. */
  options: optionsSchema.nullable().optional(),
});

export const suggestionFeedbackInput = session.extend({
  /** A session's id, a request's id and what joins them fit. */
  cardId: z.string().min(1).max(400),
  kind: feedbackKindSchema,
  note: z.string().trim().max(1000).optional(),
});

export const policyListInput = z.object({});
const documentId = z.string().min(1).max(200);
const version = z.string().min(1).max(100);
export const policyDocumentInput = z.object({
  documentId,
  /** Absent: the version in force today. */
  version: version.optional(),
});
export const policySearchInput = z.object({
  query: z.string().trim().min(1).max(1000),
  plan: label.optional(),
  state: label.optional(),
  contractType: label.optional(),
  /** ISO date; absent: today. */
  at: z.iso.date().optional(),
  limit: z.number().int().min(1).max(50).default(10),
});
export const policyIngestInput = z.object({
  documents: z
    .array(z.object({ name: z.string().min(1).max(300), content: z.string().max(2_000_000) }))
    .min(1)
    .max(200),
});
export const policyRemoveInput = z.object({
  documentId,
  /** Absent: every version. */
  version: version.optional(),
});

export const customerLookupInput = z.object({ phone: z.string().trim().min(1).max(60) });
export const insightsSummaryInput = z.object({
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
});

export const samplesReplayInput = z.object({
  callId: z.string().min(1).max(100),
  /** 1 is true speed. */
  speed: z.number().min(0.25).max(100).default(1),
});
export const samplesStopInput = session;
