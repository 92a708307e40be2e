import type { NewFact } from "../domain/session-event.ts";
import type { Decision, Notice, SuggestionCard } from "../domain/suggestion.ts";
import type { Advice } from "./advice.ts";
import { adviceParts, RULES_ENGINE } from "./answer-question.ts";
import { keyedCard, type UnwrittenCard } from "./card-facts.ts";
import { checkCitations } from "./check-citations.ts";
import type { CopilotDeps } from "./deps.ts";
import type { Advisor } from "./ports.ts";

type WriteDeps = Pick<CopilotDeps, "signals" | "advisorDeadlineMs" | "now"> & { readonly advisor: Advisor };

/** A card to write, and the session that watches it being written. */
export interface CardToWrite extends UnwrittenCard {
  readonly sessionId: string;
}

/**
 * Lets the model write a card whose sources stand, streaming its script as drafts. Ends in a fact always: the
 * model's checked answer, or the rules' answer labelled with why the model's is missing. Null when `signal`
 * aborted it, since the card is withdrawn by then.
 */
export async function writeSuggestion(
  deps: WriteDeps,
  unwritten: CardToWrite,
  signal: AbortSignal,
): Promise<NewFact | null> {
  const { card, revision, overAt, sessionId } = unwritten;
  const deadline = AbortSignal.timeout(deps.advisorDeadlineMs);
  const written = await modelWords(deps, unwritten, AbortSignal.any([signal, deadline])).catch(() => null);
  deps.signals.dropDraft(sessionId, "script", card.id);
  if (signal.aborted) return null;
  const done = written
    ? withAdvice(card, written.advice, deps.advisor.engine)
    : withRules(card, deadline.aborted);
  const now = deps.now();
  const firstText = written?.firstTextMs === undefined ? {} : { firstTextMs: written.firstTextMs };
  const timings = { ...card.timings, ...firstText, readyMs: Math.max(0, now - overAt) };
  return keyedCard({ ...done, timings, updatedAt: new Date(now).toISOString() }, revision);
}

async function modelWords(deps: WriteDeps, { card, request, sessionId }: CardToWrite, signal: AbortSignal) {
  const startedAt = deps.now();
  let firstTextMs: number | undefined;
  for await (const step of deps.advisor.write(request, signal)) {
    signal.throwIfAborted();
    if ("advice" in step) return { advice: step.advice, firstTextMs };
    firstTextMs ??= deps.now() - startedAt;
    deps.signals.draft(sessionId, {
      lane: "script",
      id: card.id,
      script: { cardId: card.id, script: step.script },
    });
  }
  return null;
}

function withAdvice(card: SuggestionCard, advice: Advice, engine: string): SuggestionCard {
  const { clarifyingQuestion: _rules, ...rest } = card;
  const parts = adviceParts(checkCitations(advice));
  const done: SuggestionCard = { ...rest, ...parts, engine };
  return parts.decision === card.decision
    ? done
    : { ...done, readings: readings(engine, parts.decision, card) };
}

function readings(engine: string, decision: Decision | null, card: SuggestionCard) {
  return [
    { engine, decision },
    { engine: RULES_ENGINE, decision: card.decision },
  ];
}

function withRules(card: SuggestionCard, late: boolean): SuggestionCard {
  const notice: Notice = late
    ? { code: "MODEL_TIMEOUT", text: "The model took too long; this comes from the contract alone." }
    : { code: "MODEL_FAILED", text: "The model did not answer; this comes from the contract alone." };
  return { ...card, status: "ready", notice };
}
