import type { Word } from "../language/words.ts";
import { FILLERS } from "./lexicon/grammar.ts";

/** Longest stretch that is taken for a false start when it is said twice at once. */
const REPEATED = 3;

/** Leaves out fillers ("um", "you know") and what was said twice in a row ("is the is the"). */
export function withoutFillers(words: readonly Word[]): readonly Word[] {
  const kept: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) continue;
    const skipped = fillerLength(words, i);
    if (skipped > 0) {
      i += skipped - 1;
      const mark = words[i]?.mark ?? "";
      const last = kept.at(-1);
      const stops = mark === "." || mark === "?";
      if (last && (stops || last.mark === "")) kept[kept.length - 1] = { ...last, mark: stops ? mark : "," };
      continue;
    }
    kept.push(word);
    dropRepeat(kept);
  }
  return kept;
}

function fillerLength(words: readonly Word[], at: number): number {
  const word = words[at]?.text ?? "";
  const next = words[at + 1]?.text;
  if (FILLERS.has(word)) return 1;
  const before = words[at - 1]?.text ?? "";
  if (word === "you" && next === "know" && !/^(?:do|if|did|let)$/.test(before)) {
    const after = words[at + 2]?.text ?? "";
    return /^(?:if|whether|what|how|when|where|why|who|the)$/.test(after) ? 0 : 2;
  }
  if (word === "like" && /^(?:if|when)$/.test(next ?? "")) return 1;
  if (word === "like" && (words[at]?.mark === "," || FILLERS.has(next ?? ""))) return 1;
  return 0;
}

/** Words that open a clause: said again two words later, the first try was given up ("if the if my …"). */
const GIVEN_UP = /^(?:the|a|my|our|if|it|that|this|i|you|we|they|your)$/;
const RESTARTED = /^(?:if|is|does|do|can|what|how|would|will|are|the|my)$/;

function dropRepeat(kept: Word[]): void {
  const [first, between, again] = [kept.at(-3), kept.at(-2), kept.at(-1)];
  if (first && again && between?.mark === "" && first.text === again.text && RESTARTED.test(again.text)) {
    // "Do you do toilets" is no restart; "do you do you cover" is one that is said twice.
    const isWhole = first.text === "do" && /^(?:i|you|we|they)$/.test(between.text);
    if (GIVEN_UP.test(between.text) && !isWhole) kept.splice(kept.length - 3, 2);
  }
  for (let n = 1; n <= REPEATED && kept.length >= 2 * n; n++) {
    if (!isSaidTwice(kept, n)) continue;
    kept.splice(kept.length - 2 * n, n);
    return;
  }
}

/** Whether the last `n` words are those before them, with no end of sentence between. */
function isSaidTwice(kept: readonly Word[], n: number): boolean {
  for (let i = kept.length - n; i < kept.length; i++) {
    const first = kept[i - n];
    if (first?.text !== kept[i]?.text || first?.mark === "." || first?.mark === "?") return false;
  }
  return true;
}
