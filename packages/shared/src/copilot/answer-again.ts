import type { NewFact } from "../domain/session-event.ts";
import type { SessionMemory } from "../domain/session-memory.ts";
import type { SuggestionCard } from "../domain/suggestion.ts";
import type { ExtractedQuestion } from "./advice.ts";
import { withSearch } from "./advise-by-rules.ts";
import { answerQuestion } from "./answer-question.ts";
import { answerContext, answerScope, changedWords, chosenCustomer, sameContext } from "./answer-scope.ts";
import { cardFact, takenUpFact, type UnwrittenCard } from "./card-facts.ts";
import type { CopilotDeps } from "./deps.ts";
import { readAsk } from "./understand/read-turn.ts";

/**
 * The session's cards that were answered with values which no longer hold. One that was answered after the last change
 * of the context is none of them, although the library may know more plans by now: the log would not take it again.
 */
export function staleCards(
  deps: Pick<CopilotDeps, "knowsPlan" | "now">,
  memory: SessionMemory,
): readonly SuggestionCard[] {
  const customer = chosenCustomer(memory.state);
  const current = answerContext(answerScope(deps, memory.state), memory.state);
  const startKnown = customer?.contractStart !== undefined;
  return memory.state.cards.filter(
    (card) =>
      (card.status === "sources" || card.status === "ready") &&
      card.supersededBy === undefined &&
      card.revision !== memory.contextSeq &&
      !sameContext(card.context, current, startKnown),
  );
}

/**
 * Answers one card again in place: the same id, the values that hold now, and a notice that says what changed; none
 * where the card only waited for the policies to come back.
 */
export async function answerAgain(
  deps: CopilotDeps,
  memory: SessionMemory,
  card: SuggestionCard,
): Promise<{ readonly fact: NewFact; readonly unwritten?: UnwrittenCard }> {
  const startedAt = deps.now();
  const { parts, request } = await answerQuestion(deps, askedAgain(deps, card), memory);
  const now = deps.now();
  const customer = chosenCustomer(memory.state);
  const isLate = card.status === "failed" && sameContext(card.context, parts.context, false);
  const changed = changedWords(card.context, parts.context, customer);
  const text = parts.notice ? `${changed} ${parts.notice.text}` : changed;
  const notice = { code: "CONTEXT_CHANGED" as const, text };
  const { id, origin, question, createdAt } = card;
  const answered: SuggestionCard = {
    ...parts,
    ...(parts.status === "failed" || isLate ? {} : { notice }),
    id,
    origin,
    question,
    timings: { sourcesMs: now - startedAt },
    createdAt,
    updatedAt: new Date(now).toISOString(),
  };
  return cardFact(deps, { card: answered, request, revision: memory.contextSeq, overAt: startedAt });
}

/**
 * A card whose writer is gone, to be written once more from the clauses that it was answered from: the fact that takes
 * it up, or settles it by the rules where no model can be asked now. Null where the clauses cannot be searched.
 */
export async function unwrittenAgain(
  deps: CopilotDeps,
  memory: SessionMemory,
  card: SuggestionCard,
): Promise<{ readonly fact: NewFact; readonly unwritten?: UnwrittenCard } | null> {
  const { request } = await answerQuestion(deps, askedAgain(deps, card), memory);
  if (!request) return null;
  const { revision = memory.contextSeq } = card;
  if (!deps.advisor?.isAvailable()) {
    return cardFact(deps, { card: { ...card, status: "ready" }, request, revision, overAt: deps.now() });
  }
  const fact = takenUpFact(card, deps.now());
  return { fact, unwritten: { card: fact.data, request, revision, overAt: deps.now() } };
}

/** A card of an earlier version keeps no reading of its question: then its words are read as if they were typed. */
function askedAgain(deps: Pick<CopilotDeps, "book">, { question }: SuggestionCard): ExtractedQuestion {
  const { text, segmentIds, kind, search, situation = "", reading } = question;
  if (!reading) return { ...withSearch(readAsk(text, deps.book())), segmentIds, situation };
  const read = { ...reading, text, segmentIds, kind: kind ?? "coverage", told: situation };
  return { ...withSearch(read), search: search ?? text };
}
