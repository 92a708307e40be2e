import { joined, type Word } from "../language/words.ts";
import {
  ACTION_VERBS,
  DIRECTORY_DATA,
  DIRECTORY_OF_CONTRACT,
  INFORMATION_NOUNS,
  OWN_ACTIONS,
  SOCIAL,
} from "./lexicon/ask-phrases.ts";
import { COVERED } from "./lexicon/coverage-phrases.ts";
import type { CoreForm } from "./question-onsets.ts";
import { questionStarts } from "./question-starts.ts";

/** A question as it was spoken: which words, and how they are built. */
export interface SpokenQuestion {
  /** Indexes into the turn's words: [from, to), what it asks from `core` on. */
  readonly from: number;
  readonly core: number;
  readonly to: number;
  readonly form: CoreForm | "tag" | "order" | "request";
}

/** Questions of one turn at most: a turn is a few seconds of speech. */
const QUESTIONS_KEPT = 6;

/** Words before a greeting's question that make it a real one. */
const STORY = 4;

/** Finds what the words of a turn ask for, in order. Talk that only looks like a question is left out. */
export function spokenQuestions(words: readonly Word[]): readonly SpokenQuestion[] {
  return withRequests(words).filter(({ form }) => form !== "request");
}

/**
 * The same with what the company is asked to do, "could they clean the ducts": whether such a request is a question to
 * the contract depends on what it names.
 */
export function withRequests(words: readonly Word[]): readonly SpokenQuestion[] {
  const found: SpokenQuestion[] = [];
  let from = 0;
  for (let i = 0; i < words.length && found.length < QUESTIONS_KEPT; i++) {
    const mark = words[i]?.mark;
    if (mark !== "." && mark !== "?" && i < words.length - 1) continue;
    found.push(...sentenceQuestions(words, from, i + 1));
    from = i + 1;
  }
  return found.slice(0, QUESTIONS_KEPT);
}

function sentenceQuestions(words: readonly Word[], from: number, to: number): readonly SpokenQuestion[] {
  const sentence = words.slice(from, to);
  const starts = questionStarts(sentence);
  const questions = starts
    .map((start, i) => ({ ...start, to: start.to ?? starts[i + 1]?.from ?? sentence.length }))
    .flatMap((question): SpokenQuestion[] => {
      if (isLookup(sentence, question)) return [question];
      return isRequest(sentence, question) ? [{ ...question, form: "request" }] : [];
    });
  if (questions.length > 0) return questions.map((one) => shift(one, from));
  if (starts.length > 0 && !COVERED.test(joined(sentence))) return [];
  const whole = statedQuestion(sentence);
  return whole ? [shift(whole, from)] : [];
}

function shift(question: SpokenQuestion, by: number): SpokenQuestion {
  return { from: question.from + by, core: question.core + by, to: question.to + by, form: question.form };
}

const LED_BY_LEAVE = new RegExp(
  `^(?:can|could|may|would|will|might) (?:i|we) (?:please |just |also |maybe |go ahead and )*(?:${OWN_ACTIONS})\\b`,
);
const LED_BY_REQUEST = new RegExp(
  `^(?:can|could|will|would(?= (?:you|they) (?:please|help|be able|mind))) (?:(?:you|(?:somebody|someone)(?: else)?|your \\w+) (?:please |just |also |maybe |actually |all |guys |possibly |then |go ahead and )*(?:${ACTION_VERBS})|they (?:please |just |also )*(?:send|come|call|reschedule|book|schedule|text|email))\\b`,
);
/** What a company does by contract or not at all, however it is asked for. */
const ENTITLEMENT =
  /\b(?:(?:money|cash) (?:instead|back)|the (?:cash|money)|credit|new one|for free|discount|waive|fix|repair|replace|clean (?:it|that|this) up|the old (?:one|\w+))\b/;
/** A search for places, which no contract answers. */
const NEARBY =
  /^(?:is|are) there (?:a|an|any|some) .*\b(?:near ?by|near|around|in (?:the|that) (?:same )?area)\b/;
const SPECIFIC =
  /\b(?:tomorrow|today|tonight|asap|right away|right now|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[\d.,]+[$£€]|[$£€][\d.,]+)/;

/** "What I want to know is your guy put in a new one …": a story, whose question comes later. */
const STORY_LED =
  /^(?:[\w'’]+ ){0,8}?is (?:your|the|my|our|this|that) (?:guys?|man|men|technician|tech|plumber|electrician|contractor|people) (?:put|came|said|told|fixed|installed|replaced|repaired|was|were|had|broke|left)\b/;

/** Whether the words ask for something to be looked up, rather than for a deed, for nothing, or out of courtesy. */
function isLookup(words: readonly Word[], question: SpokenQuestion): boolean {
  const core = joined(words.slice(question.core, question.to));
  const whole = joined(words.slice(question.from, question.to));
  if (question.core >= question.to || STORY_LED.test(whole)) return false;
  // "What's going on?" behind a story asks about the story.
  const story = question.from >= STORY && /^what is (?:going on|happening)$/.test(whole);
  if (!story && SOCIAL.some((pattern) => pattern.test(whole))) return false;
  if (DIRECTORY_DATA.test(whole) && !DIRECTORY_OF_CONTRACT.test(whole)) return false;
  if (question.form === "topic")
    return (
      question.to - question.core > 0 &&
      !/^(?:about |on )?(?:it|that|this|one|me|us)(?: and| so| but)?$/.test(core)
    );
  if (question.form === "if") {
    const request = core.replace(
      /^(?:if|whether) (you|they|someone|somebody) (can|could|would|will)\b/,
      "$2 $1",
    );
    return question.to - question.core >= 2 && (COVERED.test(core) || !LED_BY_REQUEST.test(request));
  }
  if (question.form !== "inverted") return question.to - question.core >= 2;
  if (COVERED.test(core)) return true;
  if (NEARBY.test(core)) return false;
  if (LED_BY_REQUEST.test(core)) return ENTITLEMENT.test(core) || isInformationWanted(core);
  return !(
    LED_BY_LEAVE.test(core) ||
    (/^(?:can|could|may|will|would) (?:i|we|you)/.test(core) && SPECIFIC.test(core))
  );
}

/** Somebody of the company is asked to do something to a thing, or to give one. */
function isRequest(words: readonly Word[], { form, core, to }: SpokenQuestion): boolean {
  if (form !== "inverted" && form !== "topic") return false;
  return /^(?:can|could|would|will) (?:you|yall|y'all|they|he|she|somebody|someone|anybody|your \w+)\b/.test(
    joined(words.slice(core, to)),
  );
}

const WANTED = new RegExp(
  `\\b(?:give|show|send|get|read|list|email) (?:me |us )?(?:please )?(?:a |an |the |my |all |some |any |more |full )*(?:\\w+ ){0,2}(?:${INFORMATION_NOUNS})\\b`,
);

function isInformationWanted(core: string): boolean {
  return WANTED.test(core) || /\b(?:tell|explain|know)\b/.test(core);
}

const ORDER = new RegExp(
  `^(?:yes |no |ok |okay |please |and |just |hi |hello |hey |so )*(?:(?:i |we )(?:just |really |would |also )*(?:want|need|like) to (?:see|get|have|view)|show|list|display|give|read|more|tell|view|see) (?:me |us )?(?:a |an |the |my |all |some |any |more |full )*(?:\\w+ ){0,3}(?:${INFORMATION_NOUNS})\\b`,
);
const SHOW =
  /\bshow (?:me|them|it)\b|^(?:yes |no |ok |okay |please |and |just |hi |hello |hey )*(?:tell me (?:about|more)|(?:show|list|display|read|check) (?:me|my|all|out|the last)\b)|\b(?:more|some|any) (?:more )?(?:info|information|details)\b|\b(?:info|information|details) (?:on|about)\b/;
/** Two or three words that name a record: "current balance". */
const BARE = new RegExp(`^(?:my |the |current |available |latest )*(?:\\w+ )?(?:${INFORMATION_NOUNS})$`);
const TAG =
  /\b(?:right|correct|yes|yeah|no|or not|or what|is not it|is it not|does it not|or does it not|do you not|huh|then)$/;
const STATED =
  /^(?=.*\b(?:you|plan|policy|contract|warranty|claim|fee|have to|need to|limit|loan|account|mortgage)\b)(?:so |and |but |or |oh |okay |ok |well )*(?:you|that|it|this|there|they|the|my|we|i)\b/;

/** What others do as a rule, no caller tells an agent: a question whose first word was not heard. */
const HABIT = /\b(?:they|it|you) (?:also )?(?:accept|offer|allow|provide|serve)\b/;

/** A question without a question's grammar: an order to be told, a tag, a statement that is asked. */
function statedQuestion(words: readonly Word[]): SpokenQuestion | null {
  const text = joined(words);
  const all = { from: 0, core: 0, to: words.length };
  if (words.length > 60) return null;
  if (ORDER.test(text) || SHOW.test(text) || BARE.test(text)) {
    return DIRECTORY_DATA.test(text) && !DIRECTORY_OF_CONTRACT.test(text) ? null : { ...all, form: "order" };
  }
  const asked = words.at(-1)?.mark === "?";
  if ((asked || TAG.test(text)) && COVERED.test(text)) return { ...all, form: "tag" };
  if (HABIT.test(text)) return { ...all, form: "tag" };
  const stated =
    asked && words.length > 4 && STATED.test(text) && !SOCIAL.some((pattern) => pattern.test(text));
  return stated ? { ...all, form: "tag" } : null;
}
