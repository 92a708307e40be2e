import type { Intent } from "../domain/intent.ts";
import type { EventOf, NewFact } from "../domain/session-event.ts";
import type { SessionMemory } from "../domain/session-memory.ts";
import type { SuggestionCard } from "../domain/suggestion.ts";
import type { AdviceRequest, ExtractedQuestion } from "./advice.ts";
import { answerQuestion } from "./answer-question.ts";
import type { CopilotDeps } from "./deps.ts";
import { readAsk, readTurn } from "./understanding/read-turn.ts";
import type { TurnReading } from "./understanding/reading.ts";

/** Turns before this one that help to understand it. */
const TURNS_BEFORE = 8;

/** A turn whose claim is on the log. An agent's question is a turn of its own. */
export interface ClaimedTurn {
  readonly turnSeq: number;
  readonly spoken: readonly EventOf<"segment">[];
  readonly ask?: EventOf<"ask">;
  /** When the turn was over, epoch ms. */
  readonly overAt: number;
}

/** A card whose sources and rules' decision stand, and which a model is still to write. */
export interface UnwrittenCard {
  readonly card: SuggestionCard;
  readonly request: AdviceRequest;
  readonly revision: number;
  readonly overAt: number;
}

/** What a turn came to: facts for the log, cards for a model, and cards that a model need not finish. */
export interface WorkedTurn {
  readonly facts: readonly NewFact[];
  readonly unwritten: readonly UnwrittenCard[];
  readonly superseded: readonly string[];
}

/**
 * Works one claimed turn: what does the customer want, what do they ask, and what does the contract say to it.
 * Appends nothing: the same turn worked twice gives facts with the same keys, which the log takes once.
 */
export async function workTurn(
  deps: CopilotDeps,
  memory: SessionMemory,
  turn: ClaimedTurn,
): Promise<WorkedTurn> {
  const reading = turn.ask ? askedByAgent(deps, turn.ask) : await readSpoken(deps, memory, turn);
  const facts: NewFact[] = intentFacts(memory.state.intent, reading.intent, turn);
  const unwritten: UnwrittenCard[] = [];
  const superseded: string[] = [];
  for (const [ordinal, { question, relation }] of reading.questions.entries()) {
    const earlier = relation.kind === "new" ? undefined : cardOf(memory, relation.cardId);
    if (relation.kind === "repeat" && earlier && earlier.status !== "failed") continue;
    const id = turn.ask?.data.cardId ?? `${memory.state.sessionId}:${turn.turnSeq}:${ordinal}`;
    const written = await newCard(deps, memory, { id, question, turn });
    facts.push(written.fact);
    if (written.unwritten) unwritten.push(written.unwritten);
    if (!earlier || earlier.id === id) continue;
    facts.push(supersededFact(earlier, id, deps.now()));
    superseded.push(earlier.id);
  }
  return { facts, unwritten, superseded };
}

function askedByAgent(deps: CopilotDeps, { data }: EventOf<"ask">): TurnReading {
  const question = readAsk(data.question, deps.synonyms());
  return { intent: null, questions: [{ question, relation: { kind: "new" } }] };
}

async function readSpoken(deps: CopilotDeps, memory: SessionMemory, turn: ClaimedTurn): Promise<TurnReading> {
  const { sessionId, cards, intent } = memory.state;
  const page = { kinds: ["segment"], limit: TURNS_BEFORE } as const;
  const earlier = await deps.log.before(sessionId, turn.turnSeq, page);
  const before = earlier.flatMap((event) => (event.kind === "segment" ? [event.data] : []));
  const asked = cards
    .filter(({ status, supersededBy }) => status !== "withdrawn" && supersededBy === undefined)
    .map(({ id, status, question }) => ({ cardId: id, status, question }));
  const segments = turn.spoken.map(({ data }) => data);
  return readTurn({ segments, before, asked, intent, synonyms: deps.synonyms() });
}

interface CardPlan {
  readonly id: string;
  readonly question: ExtractedQuestion;
  readonly turn: ClaimedTurn;
}

async function newCard(deps: CopilotDeps, memory: SessionMemory, { id, question, turn }: CardPlan) {
  const { parts, request } = await answerQuestion(deps, question, memory);
  const now = deps.now();
  const at = new Date(now).toISOString();
  const sourcesMs = Math.max(0, now - turn.overAt);
  const { text, kind, search, situation } = question;
  const asked = { text, segmentIds: [...question.segmentIds], kind, search, situation };
  const origin = turn.ask ? ("agent" as const) : ("customer" as const);
  const answered: SuggestionCard = {
    ...parts,
    id,
    origin,
    question: asked,
    timings: { sourcesMs },
    createdAt: at,
    updatedAt: at,
  };
  return cardFact(deps, { card: answered, request, revision: memory.contextSeq, overAt: turn.overAt });
}

/** The fact that puts an answered card on the log: ready where the rules' answer stands, else at its sources. */
export function cardFact(
  deps: Pick<CopilotDeps, "advisor">,
  answered: Omit<UnwrittenCard, "request"> & { readonly request: AdviceRequest | undefined },
): { readonly fact: NewFact; readonly unwritten?: UnwrittenCard } {
  const { card, request, revision, overAt } = answered;
  if (deps.advisor && request) {
    const open: SuggestionCard = { ...card, status: "sources" };
    return { fact: keyedCard(open, revision), unwritten: { card: open, request, revision, overAt } };
  }
  const { sourcesMs } = card.timings;
  const timings = sourcesMs === undefined ? card.timings : { ...card.timings, readyMs: sourcesMs };
  return { fact: keyedCard({ ...card, timings }, revision) };
}

/** A card under the key of its status and of the context that it was answered in: the log takes each once. */
export function keyedCard(card: SuggestionCard, revision: number): NewFact {
  return { kind: "card", key: `card:${card.id}:${revision}:${card.status}`, data: card };
}

function supersededFact(earlier: SuggestionCard, by: string, now: number): NewFact {
  const status = earlier.status === "sources" ? "withdrawn" : earlier.status;
  const data: SuggestionCard = {
    ...earlier,
    status,
    supersededBy: by,
    updatedAt: new Date(now).toISOString(),
  };
  return { kind: "card", key: `card:${earlier.id}:superseded:${by}`, data };
}

function intentFacts(before: Intent | null, after: Intent | null, turn: ClaimedTurn): NewFact[] {
  if (!after) return [];
  // The next turn builds on what is stored, so that small steps count too.
  const same = before?.label === after.label && before.confidence === after.confidence;
  return same ? [] : [{ kind: "intent", key: `intent:${turn.turnSeq}`, data: after }];
}

function cardOf(memory: SessionMemory, cardId: string): SuggestionCard | undefined {
  return memory.state.cards.find(({ id }) => id === cardId);
}
