import { AUXILIARIES, STATEMENT_VERBS, SUBORDINATORS } from "../lexicon/grammar.ts";
import type { Word } from "../words.ts";

/** Words of a question that its card can show. Longer ones are cut at the last whole phrase. */
const LENGTH = 18;
const TRAILING =
  /^(?:please|thanks|thank|right|correct|yes|yeah|no|ok|okay|or|and|but|so|because|also|too|then|now|anyway|though|exactly|actually|maybe|just|sir|ma'am|uh|um|i|a|the|my|to|if|honey)$/;
const LOOSE =
  /^(?:just|also|actually|really|basically|honestly|literally|like|maybe|possibly|exactly|so|okay|ok|please)$/;
const CUTS = /^(?:because|since|'cause|cause|sorry)$/;
const REASONS = /^(?:i|he|she|we|they|it|my|you)$/;

/** The question's own words: no courtesy around it, no story behind it. */
export function trimCore(words: readonly Word[], from: number, to: number): readonly Word[] {
  let end = from;
  for (; end < to; end++) {
    const word = words[end];
    if (!word || (end > from + 2 && startsStory(words, end, from))) break;
  }
  let core = words.slice(from, Math.min(end, from + LENGTH));
  while (core.length > 2 && TRAILING.test(core.at(-1)?.text ?? "")) core = core.slice(0, -1);
  return core.filter(({ text }) => !LOOSE.test(text));
}

/** Where a statement begins behind the question: "is that covered | i bought it in may". */
function startsStory(words: readonly Word[], at: number, from: number): boolean {
  const word = words[at]?.text ?? "";
  const before = words[at - 1]?.text ?? "";
  if (CUTS.test(word)) return true;
  if (words[at - 1]?.mark === "." || words[at - 1]?.mark === "?") return true;
  if (!REASONS.test(word) || SUBORDINATORS.has(before) || AUXILIARIES.has(before)) return false;
  if (/^(?:much|many|long|soon|often|far)$/.test(before)) return false;
  const next = words[at + 1]?.text ?? "";
  const clause =
    STATEMENT_VERBS.has(next) || (/^(?:my)$/.test(word) && STATEMENT_VERBS.has(words[at + 2]?.text ?? ""));
  if (!clause) return false;
  const asked = words.slice(from, at).map(({ text }) => text);
  const hasClause =
    asked.length > 2 && asked.some((text) => AUXILIARIES.has(text) || STATEMENT_VERBS.has(text));
  return hasClause && !(before === "and" && SUBORDINATORS.has(asked[0] ?? "") && asked.length < 6);
}
