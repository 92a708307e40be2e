import type { Intent } from "../../domain/intent.ts";
import type { AskedQuestion } from "../../domain/question.ts";
import type { CardStatus } from "../../domain/suggestion.ts";
import type { ContractBook } from "../contract/contract-book.ts";
import type { Synonyms } from "../ports.ts";
import { followedUp } from "./follow-up.ts";
import { hear } from "./heard.ts";
import type { Question } from "./question.ts";
import { readIntent } from "./read-intent.ts";
import { readQuestions } from "./read-questions.ts";
import { correctionIn } from "./restarts.ts";
import type { FoundQuestion, Talk } from "./talk.ts";

/** A question that a card of this session carries. */
export interface AskedBefore {
  readonly cardId: string;
  readonly status: CardStatus;
  readonly question: AskedQuestion;
}

export interface TurnInput extends Talk {
  /** Questions on cards of this session, newest last. */
  readonly asked: readonly AskedBefore[];
  /** The session's intent so far. */
  readonly intent: Intent | null;
  readonly book: ContractBook;
  readonly synonyms: Synonyms;
}

/** How a question stands to those that were asked before it. */
export type QuestionRelation =
  | { readonly kind: "new" }
  | { readonly kind: "repeat" | "refines"; readonly cardId: string };

export interface ReadQuestion {
  readonly question: Question;
  readonly relation: QuestionRelation;
}

export interface TurnReading {
  /** The session's intent after this turn; what it was where the turn says nothing of it. */
  readonly intent: Intent | null;
  /** In the order in which they were spoken. */
  readonly questions: readonly ReadQuestion[];
}

/** Reads one turn of a customer by rules. Pure; never throws; takes time in proportion to the turn's length. */
export function readTurn(input: TurnInput): TurnReading {
  const found = readQuestions(input, input.book);
  const intent = readIntent(input);
  if (found.length > 0) {
    return {
      intent,
      questions: found.map((one) => ({ question: one.question, relation: relationOf(one, input) })),
    };
  }
  const newest = input.asked.findLast(({ status }) => status !== "withdrawn" && status !== "failed");
  const again = followedUp(input, newest?.question);
  return {
    intent,
    questions:
      newest && again ? [{ question: again, relation: { kind: "refines", cardId: newest.cardId } }] : [],
  };
}

function relationOf({ question, isImplied }: FoundQuestion, input: TurnInput): QuestionRelation {
  const open = input.asked.filter(({ status }) => status !== "withdrawn" && status !== "failed");
  const same = open.findLast(({ question: earlier }) => isSame(question, earlier, isImplied));
  if (same) {
    // The same thing with a cause that was not told before is the same question in another light.
    const before = same.question.reading?.causes ?? [];
    const isNews =
      question.causes.some((cause) => !before.includes(cause)) ||
      NEWS.test(question.told.split(".\n").at(-1) ?? "");
    return { kind: isNews ? "refines" : "repeat", cardId: same.cardId };
  }
  const correction = correctionIn(hear(input.segments.map(({ text }) => text)));
  const newest = open.at(-1);
  if (correction && correction.from <= 2 && newest && question.kind === "coverage")
    return { kind: "refines", cardId: newest.cardId };
  return { kind: "new" };
}

/** What a caller tells later of the same question: of an option, of a time, of what nobody knew. */
const NEWS =
  /\b(?:add[- ]?ons?|extras?|remember|options?|package|rider|(?:could|might|may) (?:be|have been)|not sure|no idea|nobody|(?:days?|weeks?|months?) ago|(?:no|had no) (?:idea|clue)|did ?n['’]?t know|never knew)\b/i;

function isSame(question: Question, { reading, kind, text }: AskedQuestion, isImplied: boolean): boolean {
  if (!reading) return text.toLowerCase() === question.text.toLowerCase();
  if (reading.dealing !== question.dealing || (reading.plan ?? null) !== question.plan) return false;
  if (question.dealing !== null) return kind === question.kind;
  const sameThing =
    JSON.stringify(reading.thing?.terms ?? null) === JSON.stringify(question.thing?.terms ?? null);
  if (!sameThing || question.thing === null) return false;
  if (isImplied) return true;
  return kind === question.kind && toldApart(reading.thing?.said ?? "") === toldApart(question.thing.said);
}

const PLACE_OR_ORDER =
  /\b(?:second|other|another|extra|spare|little|garage|basement|attic|upstairs|downstairs|outside|guest|detached|portable|counter\w*|bathroom|bedroom|hall|back|front)\b/g;

/** The words of a name by which one thing of a kind is told from another. */
function toldApart(said: string): string {
  return [...new Set(said.toLowerCase().match(PLACE_OR_ORDER) ?? [])].sort().join(" ");
}

/** Reads a question that the agent typed: always one question, whatever its words. */
export function readAsk(question: string, book: ContractBook): Question {
  const text = question.trim().replace(/\s+/g, " ");
  const asked = /[?]$/.test(text) ? text : `${text}?`;
  const [first] = readQuestions({ segments: [{ segmentId: "", text: asked }], before: [] }, book);
  if (first) return { ...first.question, text, segmentIds: [], told: text };
  const [bare] = readQuestions(
    { segments: [{ segmentId: "", text: `is ${text} covered?` }], before: [] },
    book,
  );
  if (bare) return { ...bare.question, text, segmentIds: [], told: text };
  return {
    text,
    kind: "other",
    segmentIds: [],
    thing: null,
    dealing: null,
    causes: [],
    symptoms: [],
    plan: null,
    negated: false,
    isOpen: true,
    danger: null,
    told: text,
  };
}
