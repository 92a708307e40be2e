import type { PolicyHit } from "../../domain/clause.ts";
import type { AdviceRequest } from "../advice.ts";

/** A clause as retrieval gives it, with what a test does not care about filled in. */
export function hitOf(clauseId: string, rest: Partial<PolicyHit> = {}): PolicyHit {
  return {
    documentId: "terms",
    title: "Terms",
    version: "1",
    plans: null,
    states: null,
    contractTypes: null,
    clauseId,
    section: "4 Pools › 4.1 What we cover",
    kind: "coverage",
    text: `We cover ${clauseId}.`,
    score: 1,
    ...rest,
  };
}

/** A question of coverage with these parts changed. */
export function requestOf(rest: Partial<AdviceRequest> = {}): AdviceRequest {
  return {
    question: {
      text: "Is the pool's heater covered?",
      kind: "coverage",
      segmentIds: ["a"],
      told: "",
      thing: null,
      dealing: null,
      causes: [],
      symptoms: [],
      plan: null,
      negated: false,
      isOpen: false,
      danger: null,
      search: "pool heater",
      situation: "It stopped yesterday.",
    },
    hits: [hitOf("heaters"), hitOf("pumps")],
    scope: { plan: "Plus", state: "TX", contractType: "Homeowner", at: "2025-05-01" },
    today: "2026-01-01",
    customer: null,
    options: null,
    ...rest,
  };
}
