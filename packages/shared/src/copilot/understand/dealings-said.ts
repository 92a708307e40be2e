import { isFunctionWord } from "../language/function-words.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { stemsOf } from "../language/tokens.ts";
import type { Heard } from "./heard.ts";

/** A dealing that words speak of, and how plainly: the number of its words that were said. */
export interface SaidDealing {
  readonly id: string;
  readonly score: number;
  readonly at: number;
}

interface Wording {
  readonly id: string;
  readonly stems: readonly string[];
  readonly weight: number;
}

const wordings = new WeakMap<Lexicon, ReadonlyMap<string, readonly Wording[]>>();
/** What a name of the contract's own is worth beside a caller's wording. */
const NAMED = 0.9;
/** "Do you replace it" asks for cover, not how it is replaced. */
const PLAIN = new Set(stemsOf("replace repair fix cover restore"));
/** Words that may stand between those of a wording. */
const SLACK = 2;
/** Words of any kind that may stand between two of them. */
const WIDEST = 4;
/** Words that a wording may stretch over at all. */
const LONGEST = 14;

/** The dealing that the words speak of most plainly, or null. */
export function dealingSaid(
  heard: Pick<Heard, "tokens">,
  range: readonly [number, number],
  lexicon: Lexicon,
): SaidDealing | null {
  return dealingsSaid(heard, range, lexicon)[0] ?? null;
}

/** The dealings that the words speak of, the plainest first. */
export function dealingsSaid(
  { tokens }: Pick<Heard, "tokens">,
  [from, to]: readonly [number, number],
  lexicon: Lexicon,
): SaidDealing[] {
  const known = wordingsOf(lexicon);
  const found = new Map<string, SaidDealing>();
  for (let at = from; at < to; at++) {
    for (const wording of known.get(tokens[at]?.stem ?? "") ?? []) {
      if (!stands(wording.stems, tokens, at, to)) continue;
      if (wording.weight > (found.get(wording.id)?.score ?? 0))
        found.set(wording.id, { id: wording.id, score: wording.weight, at });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.at - b.at);
}

function stands(stems: readonly string[], tokens: Heard["tokens"], from: number, to: number): boolean {
  let at = from;
  for (const stem of stems) {
    let slack = 0;
    let gap = 0;
    while (at < to && tokens[at]?.stem !== stem && slack <= SLACK) {
      // "Cost me to have him come": small words between do not part a wording.
      if (!isFunctionWord(tokens[at]?.stem ?? "")) slack++;
      at++;
      if (++gap > WIDEST || at - from > LONGEST) return false;
    }
    if (at >= to || tokens[at]?.stem !== stem) return false;
    at++;
  }
  return true;
}

function wordingsOf(lexicon: Lexicon): ReadonlyMap<string, readonly Wording[]> {
  const known = wordings.get(lexicon);
  if (known) return known;
  const made = new Map<string, Wording[]>();
  const add = (id: string, phrase: string, bonus: number) => {
    const all = stemsOf(phrase);
    const content = all.filter((stem) => !isFunctionWord(stem));
    const stems = content.length >= 2 ? content : all;
    const [first] = stems;
    if (first === undefined || (stems.length === 1 && PLAIN.has(first))) return;
    made.set(first, [
      ...(made.get(first) ?? []),
      { id, stems, weight: Math.max(content.length, all.length * 0.6, 1) + bonus },
    ]);
  };
  for (const id of lexicon.ids("dealings")) {
    const concept = lexicon.concept("dealings", id);
    if (!concept) continue;
    add(id, concept.name, NAMED);
    for (const name of concept.names) add(id, name, NAMED);
    for (const phrase of concept.fields.get("says") ?? []) add(id, phrase, 0);
  }
  wordings.set(lexicon, made);
  return made;
}
