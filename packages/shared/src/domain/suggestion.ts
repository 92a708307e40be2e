import { z } from "zod";
import { clauseKindSchema } from "./clause.ts";
import { answerContextSchema } from "./context.ts";
import { askedQuestionSchema } from "./question.ts";

/**
 * Yes: the contract gives what is asked. Partial: a part of it. No: excluded or not among what is covered.
 * Unknown: the contract does not say, or it turns on a fact that nobody has said. null: no question of coverage.
 */
export const decisionSchema = z.enum(["Yes", "No", "Partial", "Unknown"]);
export type Decision = z.infer<typeof decisionSchema>;

/** A quote that was found word for word in its clause. Nothing else is ever sent as evidence. */
export const citationSchema = z.object({
  clauseId: z.string(),
  documentId: z.string(),
  title: z.string(),
  version: z.string(),
  section: z.string(),
  kind: clauseKindSchema,
  /** USPS code, for a clause of a state's own amendment. */
  state: z.string().optional(),
  quote: z.string(),
  /** The deciding words: [start, end) offsets into `quote`. */
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
  verified: z.literal(true),
});
export type Citation = z.infer<typeof citationSchema>;

/** Why a card is not as it would ordinarily be, with a sentence for the agent. */
export const noticeSchema = z.object({
  code: z.enum([
    "START_UNKNOWN",
    "CONTEXT_CHANGED",
    "PLAN_UNKNOWN",
    "MODEL_TIMEOUT",
    "MODEL_FAILED",
    "MODEL_UNPROVEN",
    "POLICIES_UNAVAILABLE",
  ]),
  text: z.string(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const cardStatusSchema = z.enum(["sources", "ready", "withdrawn", "failed"]);
export type CardStatus = z.infer<typeof cardStatusSchema>;

/** Milliseconds, each counted from the end of the turn (or from `copilot.ask`). */
export const cardTimingsSchema = z.object({
  sourcesMs: z.number().optional(),
  readyMs: z.number().optional(),
  /** A model's own time to its first text, where one wrote. */
  firstTextMs: z.number().optional(),
  /** What a model's answer cost: tokens as its server counted them, US dollars where prices are set. */
  inputTokens: z.number().optional(),
  outputTokens: z.number().optional(),
  costUsd: z.number().optional(),
});
export type CardTimings = z.infer<typeof cardTimingsSchema>;

/** One answer on the agent's screen. A card whose script is still being written has a draft beside it. */
export const suggestionCardSchema = z.object({
  id: z.string(),
  status: cardStatusSchema,
  origin: z.enum(["customer", "agent"]),
  question: askedQuestionSchema,
  decision: decisionSchema.nullable(),
  /** Half a line: why, in about eight words. */
  reason: z.string(),
  /** What the agent says, one or two calm sentences. */
  script: z.string(),
  citations: z.array(citationSchema),
  nextSteps: z.array(z.string()),
  /** What to ask the customer, where the answer turns on it. */
  clarifyingQuestion: z.string().optional(),
  context: answerContextSchema,
  /** What each engine decided, where two differ. */
  readings: z.array(z.object({ engine: z.string(), decision: decisionSchema.nullable() })).optional(),
  notice: noticeSchema.optional(),
  /** What was searched, where nothing was found. */
  searched: z
    .object({ documents: z.number().int(), plan: z.string().nullable(), state: z.string().nullable() })
    .optional(),
  /** Id of the card that a newer turn put in this one's place. */
  supersededBy: z.string().optional(),
  engine: z.string(),
  /** Seq of the change of context that it was answered after; an answer of an older one never follows it. */
  revision: z.number().int().nonnegative().optional(),
  timings: cardTimingsSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type SuggestionCard = z.infer<typeof suggestionCardSchema>;

/** What the agent did with a card. */
export const feedbackKindSchema = z.enum([
  "shown",
  "opened",
  "copied",
  "used",
  "helpful",
  "unhelpful",
  "dismissed",
  "pinned",
  "unpinned",
]);
export type FeedbackKind = z.infer<typeof feedbackKindSchema>;

/** A script that is still being written: always its whole text so far. */
export const scriptDraftSchema = z.object({ cardId: z.string(), script: z.string() });
export type ScriptDraft = z.infer<typeof scriptDraftSchema>;
