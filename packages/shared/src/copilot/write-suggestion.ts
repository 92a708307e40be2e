import type { Intent, IntentLabel } from "../domain/intent.ts";
import type { NewFact } from "../domain/session-event.ts";
import type { ModelUsage } from "./advice.ts";
import { keyedCard } from "./card-facts.ts";
import { type CardToWrite, type ModelWords, modelWords, type WriteDeps } from "./model-words.ts";
import { withAdvice, withBoth, withRules } from "./written-card.ts";

/** What became of a card that a model was to write. */
export interface WrittenSuggestion {
  readonly fact: NewFact & { readonly kind: "card" };
  /** What the caller wants, as the model understood it. */
  readonly intent?: IntentLabel;
  readonly usage?: ModelUsage;
  /** What the model threw, where it did not answer in time. */
  readonly failure?: unknown;
}

/**
 * Lets the model write a card whose sources stand, streaming its script as drafts. Ends in a fact always: the
 * model's checked answer, or the rules' answer labelled with why the model's is missing. Null when `signal` aborted
 * it: the card is withdrawn, answered again or left to another worker then.
 */
export async function writeSuggestion(
  deps: WriteDeps,
  unwritten: CardToWrite,
  signal: AbortSignal,
): Promise<WrittenSuggestion | null> {
  const { card, revision, overAt, sessionId } = unwritten;
  const deadline = AbortSignal.timeout(deps.advisorDeadlineMs);
  let failure: unknown;
  const written = await modelWords(deps, unwritten, AbortSignal.any([signal, deadline])).catch((error) => {
    failure = error;
    return null;
  });
  deps.signals.dropDraft(sessionId, "script", card.id);
  if (signal.aborted) return null;
  const advice = written?.advice ?? null;
  const done = doneCard(card, written, deadline);
  const now = deps.now();
  const firstText = written?.firstTextMs === undefined ? {} : { firstTextMs: written.firstTextMs };
  const { usage } = written ?? {};
  const intent = advice?.intent;
  const timings = { ...card.timings, ...firstText, ...usage, readyMs: Math.max(0, now - overAt) };
  const fact = keyedCard({ ...done, timings, updatedAt: new Date(now).toISOString() }, revision);
  return {
    fact,
    ...(intent ? { intent } : {}),
    ...(usage ? { usage } : {}),
    ...(failure === undefined || deadline.aborted ? {} : { failure }),
  };
}

/** How surely a model's reading of the intent is taken, and how unsure the rules must be for it to count. */
const MODEL_CONFIDENCE = 0.75;

/** The fact that puts the model's reading of the intent in the place of one that the rules were unsure of. */
export function modelIntentFact(known: Intent | null, { fact, intent }: WrittenSuggestion): NewFact | null {
  if (!intent || intent === known?.label || (known?.confidence ?? 0) >= MODEL_CONFIDENCE) return null;
  return { kind: "intent", key: `intent:${fact.key}`, data: { label: intent, confidence: MODEL_CONFIDENCE } };
}

function doneCard(card: CardToWrite["card"], written: ModelWords | null, deadline: AbortSignal) {
  if (written?.advice) return withAdvice(card, written.advice, written.engine);
  if (written?.passedOver !== undefined) return withBoth(card, written.engine, written.passedOver);
  return withRules(card, whyRules(written, deadline));
}

function whyRules(written: ModelWords | null, deadline: AbortSignal): Parameters<typeof withRules>[1] {
  if (written) return "unproven";
  return deadline.aborted ? "late" : "failed";
}
