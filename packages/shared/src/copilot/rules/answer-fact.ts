import type { Advice, AdviceRequest } from "../advice.ts";
import { citationsFor } from "./cite.ts";
import { capsFor } from "./decide-cap.ts";
import { type Answer, findSentence } from "./find-sentence.ts";
import type { Reading } from "./read-clause.ts";
import { spoken } from "./spoken.ts";
import type { Subject } from "./subject.ts";
import type { Unit } from "./units.ts";
import type { Vocabulary } from "./vocabulary.ts";

const ASKS_CAP =
  /\b(?:most|maximum|max|limit|cap|up to|how much (?:do|does|will|would) (?:you|the company|the plan|it|they) (?:pay|cover))\b/i;
const FIGURE =
  /\$\s?\d[\d,]*(?:\.\d+)?(?:\s+(?:per|for each|each|a)\s+[\w-]+(?:\s(?:term|year|claim|visit))?)?|\b(?:within|after|first|up to|at least|every)\s+(?:the\s+first\s+)?\d+(?:st|nd|rd|th)?\s+(?:business\s+|calendar\s+)?(?:hours?|days?|months?|weeks?|years?|minutes?)|\b\d+(?:st|nd|rd|th)?\s+(?:business\s+|calendar\s+)?(?:hours?|days?|months?|weeks?|years?|minutes?)\b|\b\d+\s?(?:%|percent)/gi;
const STEPS_AT_MOST = 4;
const PLANS_AT_MOST = 3;

interface Asked {
  readonly request: AdviceRequest;
  readonly readings: readonly Reading[];
  readonly subject: Subject;
  readonly vocabulary: Vocabulary;
}

/** Answers a question of amount, time or procedure with the sentence that says it; null where none does. */
export function answerFact(asked: Asked): Advice | null {
  const { request, readings, vocabulary, subject } = asked;
  const cap = ASKS_CAP.test(request.question.text) ? capsFor(asked, undefined)[0] : undefined;
  if (cap !== undefined && subject.asked.length > 0) return factAdvice(cap.reading, cap.cap.unit, []);
  const answer = findSentence(request, readings, vocabulary);
  if (answer === null) return null;
  const advice = factAdvice(answer.reading, answer.unit, answer.steps);
  const byPlan = request.scope.plan === null && answer.reading.hit.plans !== null;
  return byPlan ? forEachPlan(advice, answer) : advice;
}

function factAdvice(reading: Reading, unit: Unit, steps: readonly Unit[]): Advice {
  const figures = unit.text.match(FIGURE) ?? [];
  const lead = unit.leadIn === null ? "" : `${unit.leadIn.text.replace(/:\s*$/, "")}: `;
  return {
    decision: null,
    reason: figures[0] === undefined ? headingOf(reading) : figures.slice(0, 2).join("; "),
    script: scriptOf(`${lead}${unit.text}`, steps),
    citations: citationsFor([{ reading, unit, deciding: figures }]),
    nextSteps: steps.map((step) => spoken(step.text).replace(/\.$/, "")).slice(0, STEPS_AT_MOST),
  };
}

/** Where the plan is not known, what each plan's schedule says, and the question which it is. */
function forEachPlan(advice: Advice, { reading, unit, otherPlans }: Answer): Advice {
  const all = [{ reading, unit }, ...otherPlans].slice(0, PLANS_AT_MOST);
  return {
    ...advice,
    script: ["That depends on your plan.", ...all.map((one) => spoken(one.unit.text))].join(" "),
    citations: citationsFor(all.map((one) => ({ ...one, deciding: one.unit.text.match(FIGURE) ?? [] }))),
    clarifyingQuestion: "Which plan do you have?",
  };
}

/** The sentence as one says it; an introduction to steps is followed by the first ones. */
function scriptOf(sentence: string, steps: readonly Unit[]): string {
  if (!/:\s*$/.test(sentence) || steps.length === 0) return spoken(sentence);
  const said = steps.slice(0, 2).map((step) => spoken(step.text));
  return [spoken(sentence), ...said].join(" ");
}

function headingOf(reading: Reading): string {
  const leaf = reading.hit.section.split(/\s*[›>]\s*/).at(-1) ?? "";
  return leaf.replace(/^[A-Z]?[\d.]+\s*/, "").toLowerCase() || "as the contract says";
}
