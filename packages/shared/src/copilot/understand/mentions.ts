import { type Word, wordsOf } from "../language/words.ts";
import { DETERMINERS } from "./lexicon/grammar.ts";
import { HOME_PLACES, ITEM_MODIFIERS } from "./lexicon/home-items.ts";
import { stem } from "./stem.ts";
import { misheardAt, type Term, termAt, type Vocabulary } from "./vocabulary.ts";

/** A thing that the caller names: "my upstairs AC's compressor". */
export interface Mention {
  /** Indexes into the words: [from, to), without its determiner. */
  readonly from: number;
  readonly to: number;
  /** As a card writes it, without a determiner: "compressor of the AC". */
  readonly text: string;
  /** The same without its part: "AC" of "AC's compressor". */
  readonly whole: string;
  /** The concepts in it, parts and qualifiers too; equal ones mean the same thing. */
  readonly concepts: readonly string[];
  readonly plural: boolean;
  /** It is only where something happened: "under the sink". */
  readonly place: boolean;
  /** A part of a thing, a thing, or the house around it. */
  readonly sort: "part" | "item" | "surface";
}

/** Words that are as often verbs: things only where nothing makes them one. */
const VERBISH = new Set(
  "switch drain range heat tap filter plug cap fan light lights spring shower floor pool seal vent vents element glass heating board flap handle handles".split(
    " ",
  ),
);
const MAKES_VERB = new Set(
  "to not will would can could you i they we it please should let price does stopped stops started keeps start".split(
    " ",
  ),
);
const PLACE_BEFORE = new Set(
  "in on under behind by through near at inside around over above below from into onto down".split(" "),
);

/** "The AC guy" is no AC. */
const PEOPLE = new Set(
  "guy guys man people tech technician company repairman contractor lady woman".split(" "),
);

/** Every thing named in the words, in order. */
export function mentionsIn(words: readonly Word[], vocabulary: Vocabulary): readonly Mention[] {
  const found: Mention[] = [];
  for (let i = 0; i < words.length; i++) {
    const mention = mentionAt(words, i, vocabulary);
    if (!mention) continue;
    found.push(mention);
    i = mention.to - 1;
  }
  return found;
}

/** The same for a text: of one earlier turn, or of a card's question. */
export function mentionsOf(text: string, vocabulary: Vocabulary): readonly Mention[] {
  return mentionsIn(wordsOf(text), vocabulary);
}

function mentionAt(words: readonly Word[], at: number, vocabulary: Vocabulary): Mention | null {
  const head = thingAt(words, at, vocabulary);
  if (!head) return null;
  const terms: { term: Term; words: string }[] = [];
  let to = at;
  for (let next: Thing | null = head; next; next = thingAt(words, to, vocabulary)) {
    terms.push({ term: next.term, words: shown(words, to, to + next.length) });
    to += next.length;
    if (words[to - 1]?.mark !== "") break;
  }
  const of = ownerBehind(words, to, vocabulary);
  const from = modifierStart(words, at);
  if (of) return partOf(words, { from, at, to }, of);
  const place = placeEnd(words, to);
  const qualifiers = words.slice(from, at).concat(words.slice(to, place));
  const owned = terms.map(({ term, words: said }) => {
    const name = (term.written ?? said).replace(/['’]s?$/, "");
    return { sort: term.sort, bare: name, name: /['’]s?$/.test(said) ? `${name}'s` : name };
  });
  const name = owned.map((one, i) => (i < owned.length - 1 ? one.name : one.bare)).join(" ");
  const whole = owned.filter(({ sort }) => sort !== "part").map(({ bare }) => bare);
  const text = [shown(words, from, at), name, shown(words, to, place)].filter(Boolean).join(" ");
  return {
    from,
    to: place,
    text: text.replace(/\b(?:my|our|your)\b/g, "the"),
    whole: whole.length > 0 ? [shown(words, from, at), ...whole].filter(Boolean).join(" ") : name,
    concepts: [
      ...terms.map(({ term }) => term.concept),
      ...qualifiers.map(({ text: word }) => word).filter((word) => QUALIFYING.has(word)),
    ],
    plural: isPlural(name),
    place: isPlace(words, from, head),
    sort: sortOf(terms.map(({ term }) => term.sort)),
  };
}

/** "the outside unit of the AC": the thing behind "of". */
function ownerBehind(words: readonly Word[], to: number, vocabulary: Vocabulary): Mention | null {
  if (words[to]?.text !== "of" || !DETERMINERS.has(words[to + 1]?.text ?? "")) return null;
  const start = words.findIndex((word, i) => i > to + 1 && i < to + 4 && !ITEM_MODIFIERS.has(word.text));
  return start < 0 ? null : mentionAt(words, start, vocabulary);
}

function partOf(
  words: readonly Word[],
  { from, at, to }: { readonly from: number; readonly at: number; readonly to: number },
  owner: Mention,
): Mention {
  const name = shown(words, at, to);
  const concepts = [...owner.concepts, ...words.slice(from, to).map(({ text }) => stem(text))];
  const text = `${shown(words, from, to)} of the ${owner.text}`;
  return { ...owner, from, text, concepts, plural: isPlural(name) };
}

function sortOf(sorts: readonly Term["sort"][]): Mention["sort"] {
  if (sorts.includes("item")) return "item";
  return sorts.includes("surface") ? "surface" : "part";
}

/** Qualifiers that tell one thing from another of its kind. */
export const QUALIFYING: ReadonlySet<string> = new Set([
  ..."second extra other garage basement upstairs downstairs bathroom outdoor indoor outside inside portable attic guest pool well standby tankless wine mini upper lower kitchen window wall roof solar".split(
    " ",
  ),
]);

type Thing = NonNullable<ReturnType<typeof termAt>>;

function thingAt(words: readonly Word[], at: number, vocabulary: Vocabulary): Thing | null {
  const found = termAt(vocabulary, words, at) ?? misheard(vocabulary, words, at);
  if (!found || found.term.sort === "term" || found.term.sort === "fault") return null;
  const word = words[at]?.text ?? "";
  const before = words[at - 1]?.text ?? "";
  if (PEOPLE.has(words[at + found.length]?.text ?? "")) return null;
  if (found.length === 1 && VERBISH.has(word) && MAKES_VERB.has(before)) return null;
  return found;
}

/** Names are misheard behind "the" and "my"; elsewhere two words that look alike are no name. */
function misheard(vocabulary: Vocabulary, words: readonly Word[], at: number): Thing | null {
  return DETERMINERS.has(words[at - 1]?.text ?? "") ? misheardAt(vocabulary, words, at) : null;
}

function modifierStart(words: readonly Word[], at: number): number {
  let from = at;
  while (
    from > 0 &&
    at - from < 3 &&
    ITEM_MODIFIERS.has(words[from - 1]?.text ?? "") &&
    words[from - 1]?.mark === ""
  )
    from--;
  return from;
}

/** Where "in the garage" or "upstairs" behind a thing ends. */
function placeEnd(words: readonly Word[], to: number): number {
  if (words[to - 1]?.mark !== "") return to;
  const at = (i: number) => words[i]?.text ?? "";
  if (/^(?:upstairs|downstairs|outside|inside)$/.test(at(to))) return to + 1;
  const leads = /^(?:in|on|under|for|at)$/.test(at(to)) && /^(?:the|my|our)$/.test(at(to + 1));
  if (!leads || !HOME_PLACES.has(at(to + 2))) return to;
  return /^(?:room|house|heater|pump)$/.test(at(to + 3)) && at(to + 3) === "room" ? to + 4 : to + 3;
}

function isPlace(words: readonly Word[], from: number, head: Thing): boolean {
  if (head.length > 1) return false;
  const before = words[from - 1]?.text ?? "";
  const leading = DETERMINERS.has(before) ? (words[from - 2]?.text ?? "") : before;
  return PLACE_BEFORE.has(leading) && HOME_PLACES.has(words[from]?.text ?? "");
}

function shown(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => (/^(?:ac|hvac|tv|gfci|ev|co)$/.test(word.text) ? word.text.toUpperCase() : word.shown))
    .join(" ");
}

function isPlural(name: string): boolean {
  const head = name.split(" ").at(-1) ?? "";
  return /[^su]s$/.test(head) && !/^(?:gas|glass)$/.test(head);
}
