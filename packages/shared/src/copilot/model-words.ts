import type { EventOf } from "../domain/session-event.ts";
import type { Decision } from "../domain/suggestion.ts";
import type { Advice, AdviceRequest, CheckedAdvice, ModelUsage, SpokenLine } from "./advice.ts";
import type { UnwrittenCard } from "./card-facts.ts";
import { checkCitations } from "./check-citations.ts";
import { checkDecision, dealsWithProof, draftGate } from "./check-decision.ts";
import { newestWords } from "./corrected-words.ts";
import type { CopilotDeps } from "./deps.ts";
import type { AdviceStep } from "./ports.ts";

export type WriteDeps = Pick<CopilotDeps, "advisor" | "advisorDeadlineMs" | "mayDecide" | "now"> & {
  readonly signals: Pick<CopilotDeps["signals"], "draft" | "dropDraft">;
  readonly log: Pick<CopilotDeps["log"], "before">;
};

/** A card to write, and the session that watches it being written. */
export interface CardToWrite extends UnwrittenCard {
  readonly sessionId: string;
}

/** What a model wrote. */
export interface ModelWords {
  readonly engine: string;
  /** Checked against its clauses; null where it does not hold together, so that the rules' answer stands. */
  readonly advice: CheckedAdvice | null;
  /** What it decided where it gave more than the rules did and passed over what they proved; the rules' answer stands. */
  readonly passedOver?: Decision | null;
  /** What it cost, whether it holds together or not. */
  readonly usage: ModelUsage | undefined;
  readonly firstTextMs: number | undefined;
}

/** Segments that a model reads around the question. */
const LINES = 12;

/** Asks the model, showing its script while it is written; null where there is none. Throws what the model throws. */
export async function modelWords(
  deps: WriteDeps,
  { card, request, sessionId }: CardToWrite,
  signal: AbortSignal,
): Promise<ModelWords | null> {
  const { advisor } = deps;
  if (!advisor) return null;
  const { engine } = advisor;
  const transcript = await lastLines(deps.log, sessionId);
  const asked: AdviceRequest = { ...request, transcript, sessionId };
  // What only writes is shown once it is known to say what the rules decided.
  const mayShow = deps.mayDecide?.() === false ? () => false : draftGate(asked);
  const startedAt = deps.now();
  let firstTextMs: number | undefined;
  for await (const step of untilAborted(advisor.write(asked, signal), signal)) {
    if ("advice" in step) {
      const checked = checkCitations(ofGivenClauses(step.advice, request));
      const advice = checkDecision(checked, asked, card.decision);
      const answer = { engine, usage: step.advice.usage, firstTextMs };
      if (advice && deps.mayDecide?.() === false) return undecided(answer, advice, card);
      if (!advice || dealsWithProof(advice, card, request)) return { ...answer, advice };
      return { ...answer, advice: null, passedOver: advice.decision };
    }
    firstTextMs ??= deps.now() - startedAt;
    const { script } = step;
    if (!mayShow(script)) continue;
    deps.signals.draft(sessionId, { lane: "script", id: card.id, script: { cardId: card.id, script } });
  }
  return null;
}

/** A model that may not decide writes the script of the rules' decision; where it decided otherwise, theirs stands. */
function undecided(
  answer: Pick<ModelWords, "engine" | "usage" | "firstTextMs">,
  advice: CheckedAdvice,
  { decision, reason, citations }: CardToWrite["card"],
): ModelWords {
  if (advice.decision !== decision) return { ...answer, advice: null, passedOver: advice.decision };
  return { ...answer, advice: { ...advice, reason: reason ?? advice.reason, citations: citations ?? [] } };
}

/** What was said last, in the order in which it was spoken. */
async function lastLines(log: WriteDeps["log"], sessionId: string): Promise<readonly SpokenLine[]> {
  const events = await log.before(sessionId, Number.MAX_SAFE_INTEGER, { kinds: ["segment"], limit: LINES });
  const words = newestWords(events.filter((event): event is EventOf<"segment"> => event.kind === "segment"));
  return words.toSorted((a, b) => a.atMs - b.atMs).map(({ speaker, text }) => ({ speaker, text }));
}

/** The steps until the signal aborts: an advisor that does not hear it, or hangs, must not hold the card. */
async function* untilAborted(steps: AsyncIterable<AdviceStep>, signal: AbortSignal) {
  const from = steps[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => undefined);
  try {
    while (true) {
      signal.throwIfAborted();
      const step = await Promise.race([from.next(), aborted]);
      if (step.done) return;
      yield step.value;
    }
  } finally {
    from.return?.().catch(() => undefined);
  }
}

/** The advice with citations of the clauses that were given only, each with the clause's own words. */
function ofGivenClauses(advice: Advice, { hits }: AdviceRequest): Advice {
  const citations = advice.citations.flatMap((proposed) => {
    const { documentId, version, clauseId } = proposed.clause;
    const clause = hits.find(
      (hit) => hit.clauseId === clauseId && hit.documentId === documentId && hit.version === version,
    );
    return clause ? [{ ...proposed, clause }] : [];
  });
  return { ...advice, citations };
}
