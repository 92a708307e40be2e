import type { Synonyms } from "../ports.ts";
import { type FuzzyTerms, fuzzyTerms, misheardTerm } from "./fuzzy-terms.ts";
import { CONTRACT_TERMS, FAULT_TERMS, TERM_WORDS } from "./lexicon/contract-terms.ts";
import { HOME_ITEMS, HOME_PARTS, HOME_SURFACES } from "./lexicon/home-items.ts";
import { stem } from "./stem.ts";

/** What a phrase names. Only items and parts can be covered, break, or be meant by "it". */
export type TermSort = "item" | "part" | "surface" | "term" | "fault";

export interface Term {
  /** The same for every phrase of one group of synonyms. */
  readonly concept: string;
  readonly sort: TermSort;
  /** How a card writes it when the caller's words may be misheard; null: as the caller says it. */
  readonly written: string | null;
}

interface Node {
  readonly next: Map<string, Node>;
  term?: Term;
}

/** The phrases that the rules recognise, found by the words they begin with. */
export interface Vocabulary {
  readonly root: Node;
  /** Names of things in several words, for those that were misheard. */
  readonly fuzzy: FuzzyTerms;
}

const made = new WeakMap<Synonyms, Vocabulary>();

/** The built-in phrases and those of a library's synonyms. Made once per list of synonyms. */
export function vocabularyOf(synonyms: Synonyms): Vocabulary {
  const known = made.get(synonyms);
  if (known) return known;
  const vocabulary = build(synonyms);
  made.set(synonyms, vocabulary);
  return vocabulary;
}

/** The longest phrase that begins at `at`, or null. */
export function termAt(
  { root }: Vocabulary,
  words: readonly { readonly text: string }[],
  at: number,
): { readonly term: Term; readonly length: number } | null {
  let node: Node | undefined = root;
  let found: { term: Term; length: number } | null = null;
  for (let i = at; node && i < words.length; i++) {
    const word = words[i]?.text ?? "";
    node = node.next.get(word) ?? node.next.get(word.replace(/['’]?s?$/, ""));
    if (node?.term) found = { term: node.term, length: i - at + 1 };
  }
  return found;
}

function build(synonyms: Synonyms): Vocabulary {
  const root: Node = { next: new Map() };
  const builtIn = new Map<string, TermSort>();
  const note = (phrases: readonly string[], sort: TermSort) => {
    for (const phrase of phrases) builtIn.set(phrase, sort);
  };
  note(HOME_ITEMS, "item");
  note(HOME_PARTS, "part");
  note(HOME_SURFACES, "surface");
  note(FAULT_TERMS, "fault");
  note(CONTRACT_TERMS, "term");
  for (const [phrase, sort] of builtIn)
    put(root, phrase, { concept: conceptOf(phrase), sort, written: null });
  for (const group of synonyms) putGroup(root, group, builtIn);
  return { root, fuzzy: fuzzyTerms(thingNames(root)) };
}

/**
 * A thing's name in two or three words of which one letter was misheard, at `at`. Slower than `termAt`: for words
 * that stand where a name is expected.
 */
export function misheardAt(
  vocabulary: Vocabulary,
  words: readonly { readonly text: string }[],
  at: number,
): { readonly term: Term; readonly length: number } | null {
  for (const length of [3, 2]) {
    const said = words.slice(at, at + length).map(({ text }) => text);
    const name = said.length === length ? misheardTerm(vocabulary.fuzzy, said) : null;
    const meant = name
      ? termAt(
          vocabulary,
          name.split(" ").map((text) => ({ text })),
          0,
        )
      : null;
    if (name && meant) return { term: { ...meant.term, written: meant.term.written ?? name }, length };
  }
  return null;
}

function thingNames(root: Node): readonly string[] {
  const names: string[] = [];
  const walk = (node: Node, name: string) => {
    if (node.term?.sort === "item" || node.term?.sort === "part") names.push(name);
    for (const [word, next] of node.next) walk(next, name === "" ? word : `${name} ${word}`);
  };
  walk(root, "");
  return names;
}

/** A group is what its known members are; one without a known member names things of the library's own trade. */
function putGroup(root: Node, group: Synonyms[number], builtIn: ReadonlyMap<string, TermSort>): void {
  const phrases = group.map((phrase) => phrase.trim().toLowerCase()).filter(Boolean);
  const [first] = phrases;
  if (first === undefined) return;
  const sorts = phrases.map((phrase) => builtIn.get(phrase));
  const sort =
    (["term", "fault", "surface", "part", "item"] as const).find((one) => sorts.includes(one)) ??
    guessed(phrases);
  const written = group[0]?.trim() ?? first;
  for (const phrase of phrases) {
    const speakable = builtIn.has(phrase) || phrase === first;
    put(root, phrase, {
      concept: conceptOf(first),
      sort: builtIn.get(phrase) ?? sort,
      written: speakable && phrase !== first ? null : written,
    });
  }
}

function guessed(phrases: readonly string[]): TermSort {
  return phrases.some((phrase) => phrase.split(/\s+/).some((word) => TERM_WORDS.has(word))) ? "term" : "item";
}

function conceptOf(phrase: string): string {
  return phrase.split(/\s+/).map(stem).join(" ");
}

function put(root: Node, phrase: string, term: Term): void {
  let node = root;
  for (const word of phrase.split(/\s+/)) {
    const next: Node = node.next.get(word) ?? { next: new Map() };
    node.next.set(word, next);
    node = next;
  }
  if (!node.term || node.term.written === null) node.term = term;
}
