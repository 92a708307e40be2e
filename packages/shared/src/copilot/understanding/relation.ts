import type { QuestionKind } from "../../domain/question.ts";
import type { ExtractedQuestion } from "../advice.ts";
import { STOP_WORDS } from "./lexicon/grammar.ts";
import { HOME_PLACES } from "./lexicon/home-items.ts";
import { mentionsOf, QUALIFYING } from "./mentions.ts";
import { kindOf } from "./question-kind.ts";
import type { AskedBefore, QuestionRelation, ReadQuestion } from "./reading.ts";
import { stem } from "./stem.ts";
import { termAt, type Vocabulary } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";

/** The topic of a question: what it speaks of, with one name for every word that means the same. */
export function topicOf(text: string, vocabulary: Vocabulary): ReadonlySet<string> {
  const words = wordsOf(text);
  const topic = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    const found = termAt(vocabulary, words, i);
    if (found) {
      topic.add(found.term.concept);
      i += found.length - 1;
      continue;
    }
    const word = (words[i]?.text ?? "").replace(/['’]s?$/, "");
    if (!STOP_WORDS.has(word)) topic.add(stem(word));
  }
  return topic;
}

/** The card that asked the same, in whatever words; two different things are never the same question. */
export function sameQuestion(
  text: string,
  asked: readonly AskedBefore[],
  vocabulary: Vocabulary,
): QuestionRelation {
  const topic = topicOf(text, vocabulary);
  const kind = kindOf(text);
  const found = asked.findLast((earlier) => {
    if (kindOf(earlier.question.text) !== kind) return false;
    if (earlier.question.text.toLowerCase() === text.toLowerCase()) return true;
    const other = topicOf(earlier.question.text, vocabulary);
    return same(topic, other);
  });
  return found
    ? { kind: "repeat", cardId: found.cardId }
    : spokenOf(
        { topic, kind, vocabulary },
        asked.map((one) => ({ one, topic: topicOf(one.question.text, vocabulary) })),
      );
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && a.size === b.size && [...a].every((word) => b.has(word));
}

interface Bare {
  readonly topic: ReadonlySet<string>;
  readonly kind: QuestionKind;
  readonly vocabulary: Vocabulary;
}

/** "Is the fridge covered?" right behind "is the fridge in the garage covered?": that thing alone, not a part of it. */
function barelyAgain(
  { topic, kind, vocabulary }: Bare,
  { one, topic: before }: { readonly one: AskedBefore; readonly topic: ReadonlySet<string> },
): boolean {
  if (kind !== "coverage" || kindOf(one.question.text) !== "coverage" || topic.size !== 1) return false;
  const [thing = ""] = topic;
  const second = [...before].some((word) =>
    /^(?:second|other|another|extra|spare|guest|kitchen)$/.test(word),
  );
  if (second || before.size < 2 || !COVERED_THING.test(one.question.text)) return false;
  const [item] = mentionsOf(one.question.text, vocabulary);
  return (
    item !== undefined && item.sort === "item" && item.concepts.includes(thing) && !OF.test(one.question.text)
  );
}

const OF = /\bof (?:the|my|their)\b|['’](?:s\b|\s)/i;
const COVERED_THING = /^(?:is|are) .+ covered\b/i;

/** "The outlets" after "the outlets in the bedroom": the only ones spoken of, told apart by no more than the room. */
function spokenOf(
  { topic, kind, vocabulary }: Bare,
  asked: readonly { readonly one: AskedBefore; readonly topic: ReadonlySet<string> }[],
): QuestionRelation {
  const last = asked.at(-1);
  if (last && barelyAgain({ topic, kind, vocabulary }, last))
    return { kind: "repeat", cardId: last.one.cardId };
  const about = asked.filter((other) => topic.size > 0 && [...topic].every((word) => other.topic.has(word)));
  const [only] = about;
  if (!only || about.length > 1 || kindOf(only.one.question.text) !== kind) return { kind: "new" };
  const more = [...only.topic].filter((word) => !topic.has(word));
  const isRoom = more.every((word) => HOME_PLACES.has(word) && !QUALIFYING.has(word));
  return isRoom ? { kind: "repeat", cardId: only.one.cardId } : { kind: "new" };
}

/** What a statement implies was asked already where a card is about that very thing, or about a part of it. */
function impliedBefore(
  text: string,
  asked: readonly AskedBefore[],
  vocabulary: Vocabulary,
): QuestionRelation {
  const topic = topicOf(text, vocabulary);
  const same = asked.findLast(({ question }) => {
    const other = topicOf(question.text, vocabulary);
    return (
      kindOf(question.text) === "coverage" && topic.size > 0 && [...topic].every((word) => other.has(word))
    );
  });
  return same ? { kind: "repeat", cardId: same.cardId } : { kind: "new" };
}

const MONEY: ReadonlySet<string> = new Set(["fee", "servic fe", "cost", "price", "limit", "charg", "refund"]);

interface Unrelated {
  readonly question: ExtractedQuestion;
  readonly implied: boolean;
}

/** Relates each question to the cards; what the turn itself says twice is kept once. */
export function relateQuestions(
  questions: readonly Unrelated[],
  asked: readonly AskedBefore[],
  vocabulary: Vocabulary,
): readonly ReadQuestion[] {
  const open = asked.filter(({ status }) => status !== "withdrawn");
  const read: ReadQuestion[] = [];
  for (const { question, implied } of questions) {
    if (read.some((other) => saysTheSame(question, other.question, vocabulary))) continue;
    const told = sameQuestion(question.text, open, vocabulary);
    const relation = told.kind === "new" && implied ? impliedBefore(question.text, open, vocabulary) : told;
    read.push({ question, relation });
  }
  return read;
}

/** In one breath callers ask the same thing twice: the same topic, or coverage of the same things. */
function saysTheSame(one: ExtractedQuestion, other: ExtractedQuestion, vocabulary: Vocabulary): boolean {
  if (one.kind !== other.kind) return false;
  const [a, b] = [topicOf(one.text, vocabulary), topicOf(other.text, vocabulary)];
  if (same(a, b)) return true;
  if (one.kind === "amount") return [...a].some((word) => MONEY.has(word) && b.has(word));
  if (one.kind !== "coverage") return false;
  const [x, y] = [one, other].map(
    ({ text }) => new Set(mentionsOf(text, vocabulary).flatMap(({ concepts }) => concepts)),
  );
  return (
    x !== undefined &&
    y !== undefined &&
    x.size > 0 &&
    x.size === y.size &&
    [...x].every((word) => y.has(word))
  );
}
