import type { ClauseKind, PolicyHit } from "@live-copilot/shared";
import type { AdviceRequest, AdviceStep, Advisor } from "@live-copilot/shared/copilot";
import { clauseOf, clausesOf, documentOf } from "./policies.ts";

const clause = (clauseId: string, kind: ClauseKind, text: string) => clauseOf(clauseId, { kind, text });

/** What retrieval found for a question about a pool: c1 grants, c2 excludes, c3 limits. */
export const POOL_HITS: readonly PolicyHit[] = clausesOf(
  documentOf({
    clauses: [
      clause("pool", "coverage", "We cover the pump and the heater of a pool."),
      clause("pool-not", "exclusion", "We do not cover the shell or the liner of a pool."),
      clause("pool-limit", "limit", "We pay up to $500 for a pool in one term."),
    ],
  }),
).map((found, index) => ({ ...found, score: 10 - index }));

/** A caller's question about a pool, with these parts changed. */
export function poolRequest(rest: Partial<AdviceRequest> = {}): AdviceRequest {
  return {
    question: {
      text: "Is the pool's liner covered?",
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
      search: "pool liner",
      situation: "It tore last night.",
    },
    hits: POOL_HITS,
    scope: { plan: "Plus", state: "TX", contractType: "Homeowner", at: "2026-01-01" },
    today: "2026-03-14",
    customer: null,
    options: null,
    sessionId: "s1",
    ...rest,
  };
}

/** What a good model writes about it. */
export const POOL_ANSWER = {
  script: "I'm afraid the liner isn't covered. Your plan covers the pump and the heater of the pool.",
  decision: "No",
  reason: "liners are excluded",
  evidence: [
    { clause: "c2", quote: POOL_HITS[1]?.text, deciding: ["do not cover", "liner"] },
    { clause: "c1", quote: POOL_HITS[0]?.text, deciding: ["pump", "heater"] },
  ],
  nextSteps: ["Offer the list of local contractors"],
  clarifyingQuestion: null,
  intent: "CLAIM",
};

const NEVER = new AbortController().signal;

/** Everything an advisor says to a request. */
export async function readSteps(
  advisor: Advisor,
  request: AdviceRequest = poolRequest(),
  signal: AbortSignal = NEVER,
): Promise<AdviceStep[]> {
  return Array.fromAsync(advisor.write(request, signal));
}

/** The advice at the end of it. */
export async function readAdvice(...asked: Parameters<typeof readSteps>) {
  const last = (await readSteps(...asked)).at(-1);
  if (!last || !("advice" in last)) throw new Error("The advisor ended without advice.");
  return last.advice;
}
