import type { Decision, Notice, SuggestionCard } from "../domain/suggestion.ts";
import type { CheckedAdvice } from "./advice.ts";
import { adviceParts, RULES_ENGINE } from "./answer-question.ts";

/** A card as its model wrote it; where the rules decided otherwise, with both readings. */
export function withAdvice(card: SuggestionCard, advice: CheckedAdvice, engine: string): SuggestionCard {
  const { clarifyingQuestion: _rules, searched, ...rest } = card;
  const parts = adviceParts(advice);
  // It says where nothing was found.
  const nothing = searched && parts.citations.length === 0 ? { searched } : {};
  const done: SuggestionCard = { ...rest, ...nothing, ...parts, engine };
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

const NOTICES = {
  away: { code: "MODEL_FAILED", text: "The assistant is away; this comes from the contract alone." },
  late: { code: "MODEL_TIMEOUT", text: "The assistant took too long; this comes from the contract alone." },
  failed: { code: "MODEL_FAILED", text: "The assistant did not answer; this comes from the contract alone." },
  unproven: {
    code: "MODEL_UNPROVEN",
    text: "The assistant's answer could not be proved; this comes from the contract alone.",
  },
} as const satisfies Record<string, Notice>;

/** A card on which the rules' more careful answer stands, with what the model would have given. */
export function withBoth(card: SuggestionCard, engine: string, decision: Decision | null): SuggestionCard {
  return { ...withRules(card, "unproven"), readings: readings(engine, decision, card) };
}

/** A card as the rules answered it, with why the model's answer is missing. */
export function withRules(card: SuggestionCard, why: keyof typeof NOTICES): SuggestionCard {
  return { ...card, status: "ready", notice: NOTICES[why] };
}
