import type { ExtractedQuestion } from "../advice.ts";
import type { Synonyms } from "../ports.ts";
import { withoutFillers } from "./clean-speech.ts";
import { continuedQuestion } from "./continued-question.ts";
import { correctionIn } from "./corrections.ts";
import { dangerIn } from "./dangers.ts";
import { type ImpliedQuestion, impliedQuestions } from "./implied-questions.ts";
import { kindOf } from "./question-kind.ts";
import type { ReadQuestion, TurnInput } from "./reading.ts";
import type { Surroundings } from "./referent.ts";
import { relateQuestions, topicOf } from "./relation.ts";
import { leaningOf } from "./rewrite/leaning.ts";
import { questionText } from "./rewrite/question-text.ts";
import { causesIn, hintsFor, searchWords, situationOf } from "./search-words.ts";
import { type SpokenQuestion, spokenQuestions } from "./spoken-questions.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { joined, type Word, wordsOf } from "./words.ts";

interface Reading {
  readonly input: TurnInput;
  readonly words: readonly Word[];
  readonly vocabulary: Vocabulary;
  readonly around: Surroundings;
}

/** The questions of a turn, spoken and implied, in order, each with its relation to those before. */
export function readQuestions(input: TurnInput): readonly ReadQuestion[] {
  const words = withoutFillers(input.segments.flatMap(({ text }, segment) => wordsOf(text, segment)));
  const vocabulary = vocabularyOf(input.synonyms);
  const earlier = input.before
    .slice(-8)
    .map(({ text }) => text)
    .reverse();
  const reading: Reading = { input, words, vocabulary, around: { words, earlier, asked: askedTexts(input) } };
  const correction = correctionIn(words, input.asked, vocabulary);
  if (correction) {
    const question = extracted(reading, correction.text, correction);
    return [{ question, relation: { kind: "refines", cardId: correction.cardId } }];
  }
  const danger = dangerIn(words);
  const spoken = spokenQuestions(words)
    .map((question) => ({ ...question, text: written(reading, question) }))
    // "What should I do?" is the danger's own question.
    .filter(
      ({ text }) => danger === null || kindOf(text) === "coverage" || topicOf(text, vocabulary).size > 0,
    );
  const implied = impliedQuestions(reading.around, vocabulary)
    .filter((one) => !isAsked(one, spoken, vocabulary))
    .map((one) => ({ ...one, form: "implied" as const }));
  const continued = spoken.length === 0 ? continuedQuestion(words, input.asked, vocabulary) : null;
  const named = continued ? [{ ...continued, form: "tag" as const }] : [];
  const first = danger ? [{ ...danger, form: "implied" as const }] : [];
  const all = [...first, ...[...spoken, ...implied, ...named].sort((a, b) => a.from - b.from)];
  const questions = all.map((one) => ({
    question: extracted(reading, one.text, one),
    implied: one.form === "implied",
  }));
  return relateQuestions(questions, input.asked, vocabulary);
}

function askedTexts({ asked }: TurnInput): readonly string[] {
  return asked.map(({ question }) => question.text).reverse();
}

/** The agent's own question: always one, in the agent's words. */
export function writeAsk(question: string, synonyms: Synonyms): ExtractedQuestion {
  const words = withoutFillers(wordsOf(question));
  const vocabulary = vocabularyOf(synonyms);
  const text = question.trim().replace(/\s+/g, " ");
  const [spoken] = spokenQuestions(words);
  const around = { words, earlier: [] };
  const rewritten = spoken
    ? questionText(words, spoken, leaningOf(around, spoken, { vocabulary, asked: [] }))
    : text;
  return {
    text,
    kind: kindOf(rewritten),
    segmentIds: [],
    search: searchWords(`${text} ${hintsFor(text)}`, vocabulary) || text,
    // As it was typed: the search leaves out the small words by which a clause's matter is recognised.
    situation: text,
  };
}

function written({ input, words, vocabulary, around }: Reading, question: SpokenQuestion): string {
  return questionText(words, question, leaningOf(around, question, { vocabulary, asked: input.asked }));
}

/** A statement's question is left out where the turn asks about the same thing in so many words. */
function isAsked(
  one: ImpliedQuestion,
  spoken: readonly { readonly text: string }[],
  vocabulary: Vocabulary,
): boolean {
  return spoken.some(({ text }) => {
    if (one.concepts.includes("refund")) return /\b(?:refund|money back|reimburs|get back)/i.test(text);
    if (kindOf(text) !== "coverage") return false;
    const topic = topicOf(text, vocabulary);
    return one.concepts.some((concept) => topic.has(concept));
  });
}

/** "How long does that take?" names nothing: then what was spoken of just before is searched by. */
function lastTopic({ before }: TurnInput, vocabulary: Vocabulary): string {
  return searchWords(before.at(-1)?.text ?? "", vocabulary);
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly form?: SpokenQuestion["form"] | "implied";
}

function extracted(reading: Reading, text: string, span: Span): ExtractedQuestion {
  const { input, words } = reading;
  const segments = new Set(words.slice(span.from, span.to).map(({ segment }) => segment));
  const segmentIds = input.segments.filter((_, i) => segments.has(i)).map(({ segmentId }) => segmentId);
  return {
    text,
    kind: kindOf(text),
    segmentIds: [...new Set(segmentIds)],
    search: searchOf(reading, text, span),
    situation: situationOf(input),
  };
}

/**
 * What to search by: the question's words, the causes that decide, the contract's words for it. A statement is
 * searched by all its words; a question that names nothing by the whole turn's, else by what was said before it.
 */
function searchOf({ input, words, vocabulary }: Reading, text: string, { from, to, form }: Span): string {
  const own = joined(words.slice(from, to));
  const hints = hintsFor(`${text} ${own}`);
  const isStatement = form === undefined || form === "implied";
  const names = searchWords(text, vocabulary).split(" ").filter(Boolean).length;
  const isVague = hints === "" && names < 2 && !/^(?:is|are) the\b/i.test(text);
  const said = isStatement ? own : isVague ? joined(words) : "";
  const causes = kindOf(text) === "coverage" ? causesIn(words) : "";
  const search = searchWords(`${text} ${said} ${causes} ${hints}`, vocabulary);
  return search || lastTopic(input, vocabulary) || text;
}
