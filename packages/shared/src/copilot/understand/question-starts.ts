import type { Word } from "../language/words.ts";
import { SUBORDINATORS } from "./lexicon/grammar.ts";
import { onsetAt } from "./question-onsets.ts";
import type { SpokenQuestion } from "./spoken-questions.ts";

/** Where a question begins, and where it ends if that is known. */
export type Start = Omit<SpokenQuestion, "to"> & { readonly to?: number };

/** Where questions begin. One that only continues another ("how much does it cost", "do you know if") is not new. */
export function questionStarts(words: readonly Word[]): readonly Start[] {
  const starts: Start[] = [];
  let quietUntil = 0;
  for (let i = 0; i < words.length; i++) {
    if (i < quietUntil) continue;
    const led = starts.at(-1);
    if (isTag(words, i)) {
      const from = tagClause(words, i, led?.from ?? 0);
      if (led?.form === "topic") starts.pop();
      if (from < i) starts.push({ from, core: from, to: i, form: "tag" });
      quietUntil = i + 3;
      continue;
    }
    const onset = led && isInside(words, i) ? null : onsetAt(words, i);
    const form = onset ? onset.form : led ? joinedForm(words, i, led) : null;
    if (!form) continue;
    starts.push({ from: i, core: onset?.core ?? i, form });
    quietUntil = form === "wh" ? clauseStart(words, onset?.core ?? i) : (onset?.core ?? i) + 2;
  }
  return starts;
}

/** "… and when the fee is due": a second subordinate question behind the first. */
function joinedForm(words: readonly Word[], at: number, led: Start): "if" | "wh" | null {
  if (!/^(?:and|or)$/.test(words[at - 1]?.text ?? "") || led.form === "topic") return null;
  const word = words[at]?.text ?? "";
  if (/^(?:if|whether)$/.test(word)) return led.form === "if" ? "if" : null;
  if (word === "what") return led.form === "if" ? "wh" : null;
  return /^(?:how|when|where|why)$/.test(word) ? "wh" : null;
}

/** "A limit on how much you pay": the question word goes on with the question it stands in. */
function isInside(words: readonly Word[], at: number): boolean {
  return /^(?:on|of|about|for|to)$/.test(words[at - 1]?.text ?? "") && words[at - 1]?.mark === "";
}

/** "…, isn't it": the words before it are the question. */
function isTag(words: readonly Word[], at: number): boolean {
  const [verb, not, subject] = words.slice(at, at + 3).map(({ text }) => text);
  if (at === 0 || not !== "not" || !/^(?:is|are|does|do|will|would|can)$/.test(verb ?? "")) return false;
  if (!/^(?:it|they|that|you|there|he)$/.test(subject ?? "")) return false;
  const next = words[at + 3];
  return (
    !next || words[at + 2]?.mark !== "" || /^(?:and|so|but|because|i|you|we|he|they|it)$/.test(next.text)
  );
}

/** Where the clause before a tag begins: at its last "the", "that" or "you", a few words back. */
function tagClause(words: readonly Word[], at: number, least: number): number {
  for (let i = at - 2; i >= Math.max(least, at - 8); i--) {
    const opensClause = /^(?:the|my|our|that|this|it|you|they|there|those|these)$/.test(words[i]?.text ?? "");
    const led = /^(?:of|in|on|for|under|to|with|from)$/.test(words[i - 1]?.text ?? "");
    if (opensClause && !led) return i;
  }
  return Math.max(least, at - 8);
}

/** A question word's own verb may stand up to seven words behind it: "how much of the repair do". */
function clauseStart(words: readonly Word[], core: number): number {
  if (/^(?:about|if)$/.test(words[core + 1]?.text ?? "")) return core + 2;
  for (let i = core + 1; i < Math.min(core + 8, words.length); i++) {
    if (SUBORDINATORS.has(words[i]?.text ?? "") || words[i]?.mark !== "") return i;
    if (
      /^(?:does|do|did|is|are|am|was|were|will|would|can|could|should|has|have)$/.test(words[i]?.text ?? "")
    )
      return i + 3;
  }
  return core + 3;
}
