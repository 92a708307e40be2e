import { z } from "zod";
import { callerLanguageSchema } from "./caller-language.ts";
import { NO_CONTEXT, sessionContextSchema } from "./context.ts";
import { customerMatchSchema } from "./customer.ts";
import { intentSchema } from "./intent.ts";
import {
  feedbackKindSchema,
  type SuggestionCard,
  scriptDraftSchema,
  suggestionCardSchema,
} from "./suggestion.ts";

/** Cards that a session's state keeps. Older ones stay on the log. */
export const CARDS_KEPT = 200;

export const copilotStatusSchema = z.object({
  enabled: z.boolean(),
  /** ISO 8601; absent while it is off. */
  expiresAt: z.string().optional(),
  /** What is away: `model`, `policies`, `customers`, `feed`. Clients must accept others. */
  degraded: z.array(z.string()),
});
export type CopilotStatus = z.infer<typeof copilotStatusSchema>;

export const sessionStatusSchema = z.object({
  status: z.enum(["live", "ended"]),
  startedAt: z.string(),
  endedAt: z.string().optional(),
});

/** What the agent did with one card, the newest of each pair of opposites. */
export const cardMarksSchema = z.object({
  cardId: z.string(),
  kinds: z.array(feedbackKindSchema),
});
export type CardMarks = z.infer<typeof cardMarksSchema>;

/** What `session.onSuggestion` yields: only what changed. Cards are put in by `id`, marks by `cardId`. */
export const suggestionUpdateSchema = z.object({
  sessionId: z.string(),
  copilot: copilotStatusSchema.optional(),
  session: sessionStatusSchema.optional(),
  context: sessionContextSchema.optional(),
  customer: customerMatchSchema.optional(),
  intent: intentSchema.optional(),
  callerLanguage: callerLanguageSchema.optional(),
  cards: z.array(suggestionCardSchema),
  marks: z.array(cardMarksSchema).optional(),
  drafts: z.array(scriptDraftSchema).optional(),
});
export type SuggestionUpdate = z.infer<typeof suggestionUpdateSchema>;

/** What an agent's page shows of a session, up to and including `seq`. */
export const sessionStateSchema = z.object({
  sessionId: z.string(),
  seq: z.number().int().nonnegative(),
  session: sessionStatusSchema.nullable(),
  copilot: copilotStatusSchema,
  context: sessionContextSchema,
  customer: customerMatchSchema.nullable(),
  intent: intentSchema.nullable(),
  /** Where the caller was heard to speak another language than the library's; else null. */
  callerLanguage: callerLanguageSchema.nullable(),
  /** In the order in which they first came; the last 200. */
  cards: z.array(suggestionCardSchema),
  marks: z.record(z.string(), z.array(feedbackKindSchema)),
});
export type SessionState = z.infer<typeof sessionStateSchema>;

/** The state of a session before its first event. */
export function emptySessionState(sessionId: string): SessionState {
  return {
    sessionId,
    seq: 0,
    session: null,
    copilot: { enabled: false, degraded: [] },
    context: NO_CONTEXT,
    customer: null,
    intent: null,
    callerLanguage: null,
    cards: [],
    marks: {},
  };
}

/**
 * Puts an update into a state. The server and the page use this one function, so they cannot come to differ.
 * An update that is older than the state changes nothing.
 */
export function applyUpdate(state: SessionState, seq: number, update: SuggestionUpdate): SessionState {
  if (seq <= state.seq) return state;
  return {
    sessionId: state.sessionId,
    seq,
    session: update.session ?? state.session,
    copilot: update.copilot ?? state.copilot,
    context: update.context ?? state.context,
    customer: update.customer ?? state.customer,
    intent: update.intent ?? state.intent,
    callerLanguage: update.callerLanguage ?? state.callerLanguage,
    cards: update.cards.reduce(putCard, state.cards),
    marks: putMarks(state.marks, update.marks ?? []),
  };
}

function putCard(cards: SuggestionCard[], card: SuggestionCard): SuggestionCard[] {
  const index = cards.findIndex(({ id }) => id === card.id);
  return index < 0 ? [...cards, card].slice(-CARDS_KEPT) : cards.with(index, card);
}

function putMarks(marks: SessionState["marks"], changed: readonly CardMarks[]): SessionState["marks"] {
  if (changed.length === 0) return marks;
  return { ...marks, ...Object.fromEntries(changed.map(({ cardId, kinds }) => [cardId, kinds])) };
}
