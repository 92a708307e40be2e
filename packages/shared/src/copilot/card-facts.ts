import type { NewFact } from "../domain/session-event.ts";
import type { SuggestionCard } from "../domain/suggestion.ts";
import type { AdviceRequest } from "./advice.ts";
import type { CopilotDeps } from "./deps.ts";
import { withRules } from "./written-card.ts";

/** A card whose sources and rules' decision stand, and which a model is still to write. */
export interface UnwrittenCard {
  readonly card: SuggestionCard;
  readonly request: AdviceRequest;
  readonly revision: number;
  readonly overAt: number;
}

/** The fact that puts an answered card on the log: ready where the rules' answer stands, else at its sources. */
export function cardFact(
  deps: Pick<CopilotDeps, "advisor">,
  answered: Omit<UnwrittenCard, "request"> & { readonly request: AdviceRequest | undefined },
): { readonly fact: NewFact; readonly unwritten?: UnwrittenCard } {
  const { card, request, revision, overAt } = answered;
  if (deps.advisor?.isAvailable() && request) {
    const open: SuggestionCard = { ...card, status: "sources", revision };
    return { fact: keyedCard(open, revision), unwritten: { card: open, request, revision, overAt } };
  }
  const { sourcesMs } = card.timings;
  const timings = sourcesMs === undefined ? card.timings : { ...card.timings, readyMs: sourcesMs };
  const settled: SuggestionCard = { ...card, timings };
  return { fact: keyedCard(deps.advisor && request ? withRules(settled, "away") : settled, revision) };
}

/** The card stays at its sources, and whoever puts this on the log first writes it: its last writer is gone. */
export function takenUpFact(card: SuggestionCard, now: number): NewFact & { readonly kind: "card" } {
  const data = { ...card, updatedAt: new Date(now).toISOString() };
  return { kind: "card", key: `card:${card.id}:taken-up:${card.updatedAt}`, data };
}

/** A card under the key of its status and of the context that it was answered in: the log takes each once. */
export function keyedCard(card: SuggestionCard, revision: number): NewFact & { readonly kind: "card" } {
  return { kind: "card", key: `card:${card.id}:${revision}:${card.status}`, data: { ...card, revision } };
}

/** The fact that marks a card with the one in its place: withdrawn unless it was ready. */
export function supersededFact(earlier: SuggestionCard, by: string, now: number): NewFact {
  const status = earlier.status === "sources" ? "withdrawn" : earlier.status;
  const data: SuggestionCard = {
    ...earlier,
    status,
    supersededBy: by,
    updatedAt: new Date(now).toISOString(),
  };
  return { kind: "card", key: `card:${earlier.id}:superseded:${by}`, data };
}

/** The fact that withdraws a card because the words that it answers were corrected and ask nothing now. */
export function takenBackFact(card: SuggestionCard, turnSeq: number, now: number): NewFact {
  const data: SuggestionCard = { ...card, status: "withdrawn", updatedAt: new Date(now).toISOString() };
  return { kind: "card", key: `card:${card.id}:taken-back:${turnSeq}`, data };
}
