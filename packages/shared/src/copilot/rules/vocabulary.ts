import type { Synonyms } from "../ports.ts";
import { EVERYDAY_WORDS } from "./everyday-words.ts";
import { isFunctionWord } from "./function-words.ts";
import { type Word, wordsOf } from "./words.ts";

/** One meaning in a text: a word, or a phrase that the vocabulary knows. Two terms mean the same if they share an id. */
export interface Term {
  readonly ids: readonly string[];
  /** The last words of the phrase and of its group's first, by which it may be called: "the opener" for "the garage door opener". */
  readonly heads: readonly string[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Phrase {
  readonly stems: readonly string[];
  readonly ids: string[];
  readonly heads: string[];
}

/** Phrases by their first stem, longest first. */
export type Vocabulary = ReadonlyMap<string, readonly Phrase[]>;

const compiled = new WeakMap<Synonyms, Vocabulary>();

/** The everyday vocabulary with a library's own synonyms; compiled once for each list. */
export function vocabularyOf(synonyms: Synonyms): Vocabulary {
  const known = compiled.get(synonyms);
  if (known !== undefined) return known;
  const phrases = new Map<string, Phrase>();
  for (const group of [...EVERYDAY_WORDS, ...synonyms]) addGroup(phrases, group);
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases.values()) {
    const first = phrase.stems[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  compiled.set(synonyms, byFirst);
  return byFirst;
}

function addGroup(phrases: Map<string, Phrase>, group: readonly string[]): void {
  const id = `=${group[0] ?? ""}`;
  const first = wordsOf(group[0] ?? "").map((word) => word.stem);
  for (const entry of group) {
    const stems = wordsOf(entry).map((word) => word.stem);
    if (stems.length === 0) continue;
    const key = stems.join(" ");
    const phrase = phrases.get(key) ?? { stems, ids: [key], heads: headOf(stems) };
    if (!phrase.ids.includes(id)) {
      phrase.ids.push(id);
      phrase.heads.push(...headOf(first));
    }
    phrases.set(key, phrase);
  }
}

function headOf(stems: readonly string[]): string[] {
  const head = stems.at(-1);
  return stems.length < 2 || head === undefined || head.length < 3 ? [] : [head];
}

/** The meanings of a text in order; a gap (null) stands where function words part them. */
export function termsOf(text: string, vocabulary: Vocabulary): (Term | null)[] {
  const words = wordsOf(text);
  const terms: (Term | null)[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word;
    const phrase = phraseAt(words, at, vocabulary);
    const length = phrase === null ? 1 : reachOf(words, at, { phrase, vocabulary });
    const last = words[at + length - 1] ?? word;
    if (phrase === null && isFunctionWord(word)) terms.push(null);
    else
      terms.push(
        termOf(text, phrase ?? { ids: [word.stem], heads: [] }, { start: word.start, end: last.end }),
      );
    at += length;
  }
  return terms;
}

function termOf(
  text: string,
  known: Pick<Phrase, "ids" | "heads">,
  { start, end }: { start: number; end: number },
): Term {
  return {
    ids: known.ids,
    heads: known.heads,
    text: text.slice(start, end).replace(/['’]s$/, ""),
    start,
    end,
  };
}

/** "built-in microwave" goes on in "microwave oven" where both mean the same. */
function reachOf(
  words: readonly Word[],
  at: number,
  known: { phrase: Phrase; vocabulary: Vocabulary },
): number {
  const { stems, ids } = known.phrase;
  const next = stems.length < 2 ? null : phraseAt(words, at + stems.length - 1, known.vocabulary);
  const same = next !== null && next.stems.length > 1 && next.ids.some((id) => ids.includes(id));
  return same ? stems.length - 1 + next.stems.length : stems.length;
}

function phraseAt(words: readonly Word[], at: number, vocabulary: Vocabulary): Phrase | null {
  const first = words[at];
  if (first === undefined) return null;
  for (const phrase of vocabulary.get(first.stem) ?? []) {
    if (phrase.stems.every((stem, index) => words[at + index]?.stem === stem)) return phrase;
  }
  return null;
}

/** The meanings among these that stand in a part of the text. */
export function termsWithin(terms: readonly (Term | null)[], start: number, end: number): Term[] {
  return terms.filter((term) => term !== null && term.start >= start && term.end <= end) as Term[];
}

/** Whether a set of ids holds one of the term's. */
export function holds(ids: ReadonlySet<string>, term: Term): boolean {
  return term.ids.some((id) => ids.has(id));
}
