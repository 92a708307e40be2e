import type { Intent, IntentLabel } from "../domain/intent.ts";
import type { EventOf, NewFact } from "../domain/session-event.ts";
import type { Decision, Notice, SuggestionCard } from "../domain/suggestion.ts";
import type { Advice, AdviceRequest, ModelUsage, SpokenLine } from "./advice.ts";
import { adviceParts, RULES_ENGINE } from "./answer-question.ts";
import { keyedCard, type UnwrittenCard } from "./card-facts.ts";
import { checkCitations } from "./check-citations.ts";
import { newestWords } from "./corrected-words.ts";
import type { CopilotDeps } from "./deps.ts";
import type { AdviceStep } from "./ports.ts";

type WriteDeps = Pick<CopilotDeps, "advisor" | "advisorDeadlineMs" | "now"> & {
  readonly signals: Pick<CopilotDeps["signals"], "draft" | "dropDraft">;
  readonly log: Pick<CopilotDeps["log"], "before">;
};

/** Segments that a model reads around the question. */
const LINES = 12;

/** A card to write, and the session that watches it being written. */
export interface CardToWrite extends UnwrittenCard {
  readonly sessionId: string;
}

/** What became of a card that a model was to write. */
export interface WrittenSuggestion {
  readonly fact: NewFact & { readonly kind: "card" };
  /** The model's answer stands; else the rules' does. */
  readonly byModel: boolean;
  /** What the caller wants, as the model understood it. */
  readonly intent?: IntentLabel;
  readonly usage?: ModelUsage;
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
  const written = await modelWords(deps, unwritten, AbortSignal.any([signal, deadline])).catch(() => null);
  deps.signals.dropDraft(sessionId, "script", card.id);
  if (signal.aborted) return null;
  const done = written ? withAdvice(card, written.advice, written.engine) : withRules(card, deadline.aborted);
  const now = deps.now();
  const firstText = written?.firstTextMs === undefined ? {} : { firstTextMs: written.firstTextMs };
  const { intent, usage } = written?.advice ?? {};
  const timings = { ...card.timings, ...firstText, ...usage, readyMs: Math.max(0, now - overAt) };
  const fact = keyedCard({ ...done, timings, updatedAt: new Date(now).toISOString() }, revision);
  return { fact, byModel: written !== null, ...(intent ? { intent } : {}), ...(usage ? { usage } : {}) };
}

/** How surely a model's reading of the intent is taken, and how unsure the rules must be for it to count. */
const MODEL_CONFIDENCE = 0.75;

/** The fact that puts the model's reading of the intent in the place of one that the rules were unsure of. */
export function modelIntentFact(known: Intent | null, { fact, intent }: WrittenSuggestion): NewFact | null {
  if (!intent || intent === known?.label || (known?.confidence ?? 0) >= MODEL_CONFIDENCE) return null;
  return { kind: "intent", key: `intent:${fact.key}`, data: { label: intent, confidence: MODEL_CONFIDENCE } };
}

async function modelWords(deps: WriteDeps, { card, request, sessionId }: CardToWrite, signal: AbortSignal) {
  const { advisor } = deps;
  if (!advisor) return null;
  const { engine } = advisor;
  const transcript = await lastLines(deps.log, sessionId);
  const asked: AdviceRequest = { ...request, transcript, sessionId };
  const startedAt = deps.now();
  let firstTextMs: number | undefined;
  for await (const step of untilAborted(advisor.write(asked, signal), signal)) {
    if ("advice" in step) return { engine, advice: ofGivenClauses(step.advice, request), firstTextMs };
    firstTextMs ??= deps.now() - startedAt;
    deps.signals.draft(sessionId, {
      lane: "script",
      id: card.id,
      script: { cardId: card.id, script: step.script },
    });
  }
  return null;
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

function withAdvice(card: SuggestionCard, advice: Advice, engine: string): SuggestionCard {
  const { clarifyingQuestion: _rules, searched, ...rest } = card;
  const parts = adviceParts(checkCitations(advice));
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

function withRules(card: SuggestionCard, late: boolean): SuggestionCard {
  const notice: Notice = late
    ? { code: "MODEL_TIMEOUT", text: "The assistant took too long; this comes from the contract alone." }
    : { code: "MODEL_FAILED", text: "The assistant did not answer; this comes from the contract alone." };
  return { ...card, status: "ready", notice };
}
