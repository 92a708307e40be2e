import { joined } from "../language/words.ts";
import { causesOf } from "./causes-of.ts";
import type { Reading } from "./heard.ts";
import { planSaid } from "./plan-said.ts";
import type { Question } from "./question.ts";
import { questionText } from "./question-text.ts";
import { symptomsSaid } from "./symptoms-said.ts";
import type { FoundQuestion, Span, TurnReadings } from "./talk.ts";
import type { NamedThing } from "./things.ts";

/** What is known of a question before its case is added. */
export type KnownQuestion = Pick<Question, "kind" | "dealing" | "isOpen"> & {
  readonly thing: NamedThing | null;
};

/** Makes a question with all that the turn tells of its case. */
export function makeQuestion(
  { thing, ...known }: KnownQuestion,
  span: Span,
  turn: TurnReadings,
  reading: Reading,
): FoundQuestion {
  const own = joined(turn.heard.words.slice(span.from, span.to));
  const told = toldOf(turn);
  const plan = planSaid(joined(turn.heard.words), reading.plans);
  const asked = thing && { said: thing.said, terms: thing.terms, wholes: thing.wholes, plural: thing.plural };
  const question: Question = {
    ...known,
    text: questionText({ ...known, thing: asked, plan }, own),
    segmentIds: segmentsOf(span, turn),
    thing: asked,
    causes: causesOf(thing, turn, reading),
    symptoms: symptomsSaid(turn.heard, reading.lexicon).map(({ id }) => id),
    plan,
    negated: /\bnot\b/.test(own),
    danger: null,
    told,
  };
  return { question, from: span.from, to: span.to, isImplied: false };
}

/** A question that points to something that nobody named. */
export function openQuestion(span: Span, turn: TurnReadings, kind: Question["kind"]): FoundQuestion {
  const own = joined(turn.heard.words.slice(span.from, span.to));
  const question: Question = {
    text: questionText({ kind, thing: null, dealing: null, plan: null }, own),
    kind,
    segmentIds: segmentsOf(span, turn),
    thing: null,
    dealing: null,
    causes: [],
    symptoms: [],
    plan: null,
    negated: false,
    isOpen: kind === "coverage",
    danger: null,
    told: toldOf(turn),
  };
  return { question, from: span.from, to: span.to, isImplied: false };
}

/** A question to the company of what neither the trade nor the library has a name for: the contract is silent on it. */
export function unknownQuestion(span: Span, turn: TurnReadings): FoundQuestion {
  const found = openQuestion(span, turn, "other");
  return { ...found, question: { ...found.question, isOpen: false } };
}

function segmentsOf({ from, to }: { from: number; to: number }, { heard, talk }: TurnReadings): string[] {
  const segments = new Set(heard.words.slice(from, to).map(({ segment }) => segment));
  return talk.segments.filter((_, i) => segments.has(i)).map(({ segmentId }) => segmentId);
}

/** Characters of what was told that are read. */
const TOLD = 900;

/** The caller's words: this turn, and the turns before while they are recent; the agent's only where they are short. */
function toldOf({ talk }: TurnReadings): string {
  const before = talk.before
    .slice(-4)
    .filter(({ speaker }) => speaker === "CUSTOMER")
    .map(({ text }) => text);
  const own = talk.segments.map(({ text }) => text).join(" ");
  return [...before, own].join(".\n").slice(-TOLD);
}
