import { CONTRACTIONS } from "./contractions.ts";

/** One word of a turn, in the form that the rules compare. */
export interface Word {
  /** Lower case, short forms written out ("don't" is two words). */
  readonly text: string;
  /** As the caller's transcript has it where that carries a name ("Rheem", "AC"), else `text`. */
  readonly shown: string;
  /** Index of its segment in the turn. */
  readonly segment: number;
  /** [start, end) in its segment's text. */
  readonly start: number;
  readonly end: number;
  /** The mark that follows it: an end of sentence, a lesser pause, or nothing. */
  readonly mark: "" | "," | "." | "?";
}

/** Longest word that is looked at as it is; what is longer is no word. */
const WORD_LENGTH = 40;
const WORD = /[\p{L}\p{N}$][\p{L}\p{N}'’%]*(?:[-./,:@&][\p{L}\p{N}]+)*/gu;

/** Reads the words of one text. Linear in its length, never throws. */
export function wordsOf(text: string, segment = 0): readonly Word[] {
  const words: Word[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    if (words.length > 0) setMark(words, text.slice(previousEnd, match.index));
    previousEnd = match.index + match[0].length;
    addWord(words, match[0].slice(0, WORD_LENGTH), { segment, start: match.index, end: previousEnd });
  }
  if (words.length > 0) setMark(words, text.slice(previousEnd));
  return words;
}

/** Words as the rules compare them, with one space between. */
export function joined(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(" ");
}

function setMark(words: Word[], between: string): void {
  const last = words.at(-1);
  if (!last) return;
  const mark = between.includes("?")
    ? "?"
    : /[.!;…]/.test(between)
      ? "."
      : /[,:–—(]| - /.test(between)
        ? ","
        : "";
  if (mark !== "") words[words.length - 1] = { ...last, mark };
}

type Place = Pick<Word, "segment" | "start" | "end">;

function addWord(words: Word[], raw: string, place: Place): void {
  const plain = raw.replaceAll("’", "'");
  const lower = plain.toLowerCase().replace(/'+$/, "");
  const long = CONTRACTIONS.get(lower);
  if (long) {
    for (const text of long) words.push({ text, shown: text, ...place, mark: "" });
    return;
  }
  const name = /\p{Lu}/u.test(plain) && (words.length > 0 || /\p{Lu}.*\p{Lu}/u.test(plain));
  const afterStop = words.at(-1)?.mark === "." || words.at(-1)?.mark === "?";
  const keeps = name && (!afterStop || /\p{Lu}.*\p{Lu}/u.test(plain)) && lower !== "i";
  words.push({ text: lower, shown: keeps ? plain : lower, ...place, mark: "" });
}
