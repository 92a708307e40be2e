import { z } from "zod";
import { callerLanguageSchema } from "./caller-language.ts";
import { contextValuesSchema } from "./context.ts";
import { customerMatchSchema } from "./customer.ts";
import { intentSchema } from "./intent.ts";
import { segmentFactSchema } from "./segment.ts";
import { feedbackKindSchema, suggestionCardSchema } from "./suggestion.ts";

const seq = z.number().int().positive();

/** A turn's claim: it fixes the turn's segments before they are worked. `turnSeq` is its first segment's seq. */
const turnFactSchema = z.object({
  turnSeq: seq,
  /** The seqs of its segments in spoken order; the ask's own seq for an agent's question. */
  segments: z.array(seq),
  /** 1, or one more than the claim whose lease ran out. */
  attempt: z.number().int().positive(),
  /** ISO 8601; another worker may claim the turn after it. */
  leaseUntil: z.string(),
});

/** Every kind of fact that a session's log can hold, and what it carries. */
export const factSchemas = {
  /** Final words of a speaker. */
  segment: segmentFactSchema,
  /** Values that say whose contract applies, as the call, `copilot.enable` or the agent gave them. */
  context: z.object({ source: z.enum(["agent", "enabled", "call"]), values: contextValuesSchema }),
  /** Who is calling; `subject` is what was looked up, so that the same is not looked up again. */
  customer: customerMatchSchema.extend({ subject: z.string() }),
  /** What the caller wants, after the turn that showed it. */
  intent: intentSchema,
  /** The caller speaks another language than the library's: once for each language. */
  language: callerLanguageSchema,
  /** The copilot was switched on or off; `expired` when nobody did anything for its time to live. */
  copilot: z.object({ enabled: z.boolean(), reason: z.enum(["agent", "expired"]) }),
  /** A question that the agent typed. */
  ask: z.object({ requestId: z.string(), cardId: z.string(), question: z.string() }),
  turn: turnFactSchema,
  "turn-done": z.object({ turnSeq: seq }),
  card: suggestionCardSchema,
  feedback: z.object({ cardId: z.string(), kind: feedbackKindSchema, note: z.string().optional() }),
  /** The session ended; a later segment opens it again. */
  end: z.object({ reason: z.string() }),
  /** Closes a hole that a failed writer left. Readers skip it. */
  gap: z.object({}),
} as const;

export type FactKind = keyof typeof factSchemas;

/** What one kind of fact carries. */
export type FactData<K extends FactKind> = z.infer<(typeof factSchemas)[K]>;

/**
 * A fact on its way to the log. `key` is unique in its session: a second fact with the same key is a duplicate
 * and changes nothing.
 */
export type NewFact = {
  [K in FactKind]: { readonly kind: K; readonly key: string; readonly data: FactData<K> };
}[FactKind];

/** A fact on the log: `seq` is 1, 2, 3 … without a gap, `at` is when it was stored (ISO 8601). */
export type SessionEvent = NewFact & {
  readonly sessionId: string;
  readonly seq: number;
  readonly at: string;
};

/** An event of one kind. */
export type EventOf<K extends FactKind> = Extract<SessionEvent, { readonly kind: K }>;
