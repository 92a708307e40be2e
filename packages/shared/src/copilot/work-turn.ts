import type { Intent } from "../domain/intent.ts";
import type { QuestionReading } from "../domain/question.ts";
import type { SegmentFact } from "../domain/segment.ts";
import type { EventOf, NewFact } from "../domain/session-event.ts";
import type { SessionMemory } from "../domain/session-memory.ts";
import type { SuggestionCard } from "../domain/suggestion.ts";
import type { ExtractedQuestion } from "./advice.ts";
import { withSearch } from "./advise-by-rules.ts";
import { answerQuestion } from "./answer-question.ts";
import { cardFact, supersededFact, takenBackFact, type UnwrittenCard } from "./card-facts.ts";
import { cardsOfCorrected, isWholeIn, newestWords, withRestOfCorrected } from "./corrected-words.ts";
import type { CopilotDeps } from "./deps.ts";
import { foreignLanguage, inLibrarysLanguage } from "./understand/caller-language.ts";
import { readAsk, readTurn, type TurnReading } from "./understand/read-turn.ts";

/** Cards that a question is compared with; the cost of a turn must not grow with the call. */
const CARDS_REMEMBERED = 50;
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
  const asked = openCards(memory, turn);
  const words = newestWords(turn.spoken);
  const reading = turn.ask
    ? askedByAgent(deps, turn.ask)
    : await readSpoken(deps, memory, {
        turnSeq: turn.turnSeq,
        words,
        asked: asked.slice(-CARDS_REMEMBERED),
      });
  const facts: NewFact[] = [
    ...intentFacts(memory.state.intent, reading.intent, turn),
    ...languageFacts(deps, memory, reading.foreign),
  ];
  const unwritten: UnwrittenCard[] = [];
  const superseded: string[] = [];
  const repeated = new Set(
    reading.questions.map(({ relation }) => relation.kind === "repeat" && relation.cardId),
  );
  const corrected = cardsOfCorrected(asked, words).filter(({ id }) => !repeated.has(id));
  for (const [ordinal, { question, relation }] of reading.questions.entries()) {
    const earlier = relation.kind === "new" ? undefined : cardOf(memory, relation.cardId);
    if (relation.kind === "repeat" && earlier && earlier.status !== "failed") continue;
    const id = turn.ask?.data.cardId ?? `${ownCards(memory, turn)}${ordinal}`;
    const written = await newCard(deps, memory, { id, question: withSearch(question), turn });
    facts.push(written.fact);
    if (written.unwritten) unwritten.push(written.unwritten);
    const replaced = earlier ? [earlier, ...corrected] : corrected;
    for (const card of replaced.filter((one) => !superseded.includes(one.id))) {
      facts.push(supersededFact(card, id, deps.now()));
      superseded.push(card.id);
    }
  }
  // Nobody said the words that these cards answer, and what was said instead asks nothing.
  if (superseded.length === 0 && reading.questions.length === 0) {
    const unasked = corrected.filter((card) => isWholeIn(card, reading.words ?? []));
    facts.push(...unasked.map((card) => takenBackFact(card, turn.turnSeq, deps.now())));
    superseded.push(...unasked.map(({ id }) => id));
  }
  return { facts, unwritten, superseded };
}

/** How the ids of this turn's cards begin. */
function ownCards({ state }: SessionMemory, { turnSeq }: ClaimedTurn): string {
  return `${state.sessionId}:${turnSeq}:`;
}

/** Cards that still answer. Those of an earlier attempt at this very turn were not asked before it. */
function openCards(memory: SessionMemory, turn: ClaimedTurn): readonly SuggestionCard[] {
  const own = ownCards(memory, turn);
  return memory.state.cards.filter(
    ({ id, status, supersededBy }) =>
      status !== "withdrawn" && supersededBy === undefined && !id.startsWith(own),
  );
}

function askedByAgent(deps: CopilotDeps, { data }: EventOf<"ask">): SpokenReading {
  const question = readAsk(data.question, deps.book());
  return { intent: null, questions: [{ question, relation: { kind: "new" } }] };
}

interface SpokenReading extends TurnReading {
  /** The words that were read, where they were spoken. */
  readonly words?: readonly SegmentFact[];
  /** The language of the turn where it is not the library's. */
  readonly foreign?: string;
}

interface SpokenTurn {
  readonly turnSeq: number;
  readonly words: readonly SegmentFact[];
  readonly asked: readonly SuggestionCard[];
}

async function readSpoken(
  deps: CopilotDeps,
  { state: { sessionId, intent, callerLanguage } }: SessionMemory,
  { turnSeq, words: said, asked }: SpokenTurn,
): Promise<SpokenReading> {
  const earlier = await deps.log.before(sessionId, turnSeq, { kinds: ["segment"], limit: TURNS_BEFORE });
  const spoken = earlier.filter((event) => event.kind === "segment");
  const words = withRestOfCorrected(said, newestWords(spoken), asked);
  const mine = new Set(words.map(({ segmentId }) => segmentId));
  const before = newestWords(spoken).filter(({ segmentId }) => !mine.has(segmentId));
  const inLanguage = { segments: words, before, known: callerLanguage?.language ?? null };
  const foreign = foreignLanguage(inLanguage, deps.book().language);
  // What would be read into words of another language is chance.
  const readable = foreign === null ? words : inLibrarysLanguage(words, foreign, deps.book().language);
  if (foreign !== null && readable.length === 0) return { intent: null, questions: [], words, foreign };
  const questions = asked.map(({ id, status, question }) => ({ cardId: id, status, question }));
  const reading = readTurn({
    segments: readable,
    before,
    asked: questions,
    intent,
    book: deps.book(),
    synonyms: deps.synonyms(),
  });
  return foreign === null ? { ...reading, words } : { ...reading, words, foreign };
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
  const { text, kind, search, situation, segmentIds } = question;
  const asked = { text, segmentIds: [...segmentIds], kind, search, situation, reading: readingOf(question) };
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

/** What is kept of a question beside its words. */
function readingOf({
  thing,
  dealing,
  causes,
  symptoms,
  plan,
  negated,
  isOpen,
  danger,
}: ExtractedQuestion): QuestionReading {
  return { thing, dealing, causes, symptoms, plan, negated, isOpen, danger };
}

function intentFacts(before: Intent | null, after: Intent | null, turn: ClaimedTurn): NewFact[] {
  if (!after) return [];
  // The next turn builds on what is stored, so that small steps count too.
  const same = before?.label === after.label && before.confidence === after.confidence;
  return same ? [] : [{ kind: "intent", key: `intent:${turn.turnSeq}`, data: after }];
}

/** Once for each language, by its key. */
function languageFacts(deps: CopilotDeps, { state }: SessionMemory, language: string | undefined): NewFact[] {
  if (language === undefined || state.callerLanguage?.language === language) return [];
  const data = { language, library: deps.book().language };
  return [{ kind: "language", key: `language:${language}`, data }];
}

function cardOf(memory: SessionMemory, cardId: string): SuggestionCard | undefined {
  return memory.state.cards.find(({ id }) => id === cardId);
}
