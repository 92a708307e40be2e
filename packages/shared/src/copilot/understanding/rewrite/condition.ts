import type { SpokenQuestion } from "../spoken-questions.ts";
import type { Word } from "../words.ts";

/** The "if" that a caller says before the question: "if I cancel, what do I get back". */
export function conditionBefore(
  words: readonly Word[],
  { from }: SpokenQuestion,
  direct: readonly string[],
): readonly string[] {
  if (/^(?:is|are) (?:it|that|this) covered$/.test(direct.join(" "))) return sentenceBefore(words, from);
  for (let i = from - 1; i >= Math.max(0, from - 14); i--) {
    const word = words[i];
    if (!word || word.mark === "." || word.mark === "?") return [];
    if (word.text !== "if" || isNoCondition(words, i)) continue;
    const clause = words.slice(i, from).map(({ text }) => text);
    while (clause.length > 0 && /^(?:and|so|then|or|but|instead|okay)$/.test(clause.at(-1) ?? ""))
      clause.pop();
    const wish = clause.findLastIndex(
      (text, k) => k > 2 && /^(?:i|we)$/.test(text) && WISHES.test(clause[k + 1] ?? ""),
    );
    if (wish > 0) clause.splice(1, wish - 1);
    return clause.length >= 3 ? clause : [];
  }
  return [];
}

const WISHES = /^(?:want|decide|choose|need|prefer)$/;

/** "My son wants to rent it out. Would it be covered then?": the case that is asked about, where no thing is named. */
function sentenceBefore(words: readonly Word[], from: number): readonly string[] {
  let start = from - 1;
  while (start > 0 && words[start - 1]?.mark !== "." && words[start - 1]?.mark !== "?") start--;
  const sentence = words.slice(Math.max(0, start), from).map(({ text }) => text);
  const bare = sentence.slice(
    sentence.findIndex((text) => !/^(?:so|and|but|okay|ok|well|oh|yes|yeah)$/.test(text)),
  );
  return bare.length >= 4 ? ["if", ...bare] : [];
}

/** "What if", "as if", "do you know if" lead to something else than a condition. */
function isNoCondition(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? "";
  if (before === "what") return words[at - 2]?.text !== "know";
  return /^(?:as|even|know|wondering|see|sure)$/.test(before);
}
