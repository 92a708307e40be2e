import { STOP_WORDS } from "./lexicon/grammar.ts";
import { kindOf } from "./question-kind.ts";
import type { AskedBefore, QuestionRelation } from "./reading.ts";
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
    const word = words[i]?.text ?? "";
    if (!STOP_WORDS.has(word) && !/^'?s$/.test(word)) topic.add(stem(word));
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
  const same = asked.findLast((earlier) => {
    if (earlier.status === "withdrawn") return false;
    if (kindOf(earlier.question.text) !== kind) return false;
    if (earlier.question.text.toLowerCase() === text.toLowerCase()) return true;
    const other = topicOf(earlier.question.text, vocabulary);
    return topic.size > 0 && topic.size === other.size && [...topic].every((word) => other.has(word));
  });
  return same ? { kind: "repeat", cardId: same.cardId } : { kind: "new" };
}
