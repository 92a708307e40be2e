import { mentionsIn } from "./mentions.ts";
import { kindOf } from "./question-kind.ts";
import type { AskedBefore } from "./reading.ts";
import { referentOf } from "./referent.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { joined, type Word } from "./words.ts";

/** Words of a turn that does no more than name the next thing. */
const LENGTH = 8;

/** "And the microwave?" after a question of coverage asks the same of another thing. Null for any other turn. */
export function continuedQuestion(
  words: readonly Word[],
  asked: readonly AskedBefore[],
  vocabulary: Vocabulary,
): { readonly text: string; readonly from: number; readonly to: number } | null {
  const newest = asked.at(-1)?.question.text;
  if (words.length > LENGTH || newest === undefined || kindOf(newest) !== "coverage") return null;
  const text = joined(words);
  const opens = /^(?:(?:ok|okay|oh|so|and|also|plus|or|yeah) )*(?:and|also|plus|or) (?:the|my|our) /.test(
    text,
  );
  const things = mentionsIn(words, vocabulary).filter(({ place }) => !place);
  const [thing] = things;
  if (!opens || !thing || things.length > 1 || thing.to < words.length - 1) return null;
  const { text: name, plural } = referentOf(thing);
  return { text: `${plural ? "Are" : "Is"} ${name} covered?`, from: 0, to: words.length };
}
