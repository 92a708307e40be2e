import type { ExtractedQuestion } from "../advice.ts";
import type { Synonyms } from "../ports.ts";
import { withoutFillers } from "./clean-speech.ts";
import { correctionIn } from "./corrections.ts";
import { type ImpliedQuestion, impliedQuestions } from "./implied-questions.ts";
import { kindOf } from "./question-kind.ts";
import type { AskedBefore, QuestionRelation, ReadQuestion, TurnInput } from "./reading.ts";
import { referentBefore, type Surroundings } from "./referent.ts";
import { sameQuestion, topicOf } from "./relation.ts";
import { questionText } from "./rewrite/question-text.ts";
import { searchWords, situationOf } from "./search-words.ts";
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
  const earlier = input.before.map(({ text }) => text).reverse();
  const reading: Reading = { input, words, vocabulary, around: { words, earlier } };
  const correction = correctionIn(words, input.asked, vocabulary);
  if (correction) {
    const question = extracted(reading, correction.text, correction);
    return [{ question, relation: { kind: "refines", cardId: correction.cardId } }];
  }
  const spoken = spokenQuestions(words).map((question) => ({
    ...question,
    text: written(reading, question),
  }));
  const implied = impliedQuestions(reading.around, vocabulary).filter(
    (one) => !isAsked(one, spoken, vocabulary),
  );
  const all = [...spoken, ...implied].sort((a, b) => a.from - b.from);
  return relate(
    all.map((one) => extracted(reading, one.text, one)),
    input.asked,
    vocabulary,
  );
}

/** The agent's own question. */
export function writeAsk(question: string, synonyms: Synonyms): ExtractedQuestion {
  const words = withoutFillers(wordsOf(question));
  const vocabulary = vocabularyOf(synonyms);
  const text = question.trim().replace(/\s+/g, " ");
  const [spoken] = spokenQuestions(words);
  const rewritten = spoken
    ? questionText(words, spoken, {
        referent: referentBefore({ words, earlier: [] }, words.length, vocabulary),
        helper: null,
        afterCoverage: false,
      })
    : text;
  const search = searchWords(text, vocabulary) || text;
  return { text, kind: kindOf(rewritten), segmentIds: [], search, situation: "" };
}

function written({ input, words, vocabulary, around }: Reading, question: SpokenQuestion): string {
  const newest = input.asked.at(-1)?.question.text;
  return questionText(words, question, {
    referent: referentBefore(around, question.core, vocabulary),
    helper: helperIn([joined(words), ...around.earlier]),
    afterCoverage: newest !== undefined && kindOf(newest) === "coverage",
  });
}

const HELPER = /\b(technician|contractor|plumber|electrician|repairman|tech|inspector)\b/i;

function helperIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = HELPER.exec(text)?.[1]?.toLowerCase();
    if (found) return found === "tech" ? "technician" : found;
  }
  return null;
}

/** A statement's question is left out where the turn asks about the same thing in so many words. */
function isAsked(
  one: ImpliedQuestion,
  spoken: readonly { readonly text: string }[],
  vocabulary: Vocabulary,
): boolean {
  return spoken.some(({ text }) => {
    const topic = topicOf(text, vocabulary);
    return (
      kindOf(text) === "coverage" &&
      (one.concepts.some((concept) => topic.has(concept)) || one.concepts.includes("refund"))
    );
  });
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function extracted(
  { input, words, vocabulary }: Reading,
  text: string,
  { from, to }: Span,
): ExtractedQuestion {
  const own = words.slice(from, to);
  const segments = new Set(own.map(({ segment }) => segment));
  const segmentIds = input.segments.filter((_, i) => segments.has(i)).map(({ segmentId }) => segmentId);
  return {
    text,
    kind: kindOf(text),
    segmentIds: [...new Set(segmentIds)],
    search: searchWords(`${text} ${joined(own)}`, vocabulary) || text,
    situation: situationOf(input),
  };
}

/** Relates each to the cards; one that the turn itself says twice is kept once. */
function relate(
  questions: readonly ExtractedQuestion[],
  asked: readonly AskedBefore[],
  vocabulary: Vocabulary,
): readonly ReadQuestion[] {
  const read: ReadQuestion[] = [];
  const own: AskedBefore[] = [];
  for (const question of questions) {
    if (sameQuestion(question.text, own, vocabulary).kind !== "new") continue;
    const relation: QuestionRelation = sameQuestion(question.text, asked, vocabulary);
    own.push({ cardId: "", status: "ready", question: { text: question.text, segmentIds: [] } });
    read.push({ question, relation });
  }
  return read;
}
