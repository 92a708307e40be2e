import type { Synonyms } from "../ports.ts";
import { readTrade, type TradeEntry } from "../trade/read-trade.ts";
import type { Trade } from "../trade/trade.ts";
import { createPhraseBook, type PhraseBook } from "./phrase-book.ts";
import { stemsOf } from "./tokens.ts";

/** What phrases of one family mean. Losses and vague words are things too: they can be asked for. */
export type Family = "things" | "causes" | "symptoms" | "dealings" | "dangers";

/** One meaning, however it is worded. */
export interface Concept {
  /** The stems of its first name, joined by spaces. Unique within its family. */
  readonly id: string;
  /** Its first name, as it is written. */
  readonly name: string;
  /** Other names for it. */
  readonly names: ReadonlySet<string>;
  readonly sort: "thing" | "part" | "loss" | "vague" | "cause" | "symptom" | "dealing" | "danger";
  /** Ids of what it is a kind of: wider causes, things of which it is one. */
  readonly kindOf: ReadonlySet<string>;
  /** Ids of what it is a part of. */
  readonly partOf: ReadonlySet<string>;
  /** Ids of the wider groups that contracts speak of it by. */
  readonly groups: ReadonlySet<string>;
  /** Everything else that its line says, by key. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** The words of one trade and one library: which phrases mean the same, and what belongs to what. */
export interface Lexicon {
  /** The phrases of a family; a phrase's value is its concept's id. */
  readonly books: Readonly<Record<Family, PhraseBook<string>>>;
  /** Whether these stems describe a thing rather than name it: "thing that grinds food". */
  describes(stems: readonly string[]): boolean;
  concept(family: Family, id: string): Concept | undefined;
  /** Whether `id` is `other` or a kind of it, however far. */
  isA(family: Family, id: string, other: string): boolean;
  /** Ids of a family's concepts. */
  ids(family: Family): Iterable<string>;
}

type Draft = { -readonly [K in "id" | "name" | "sort"]: Concept[K] } & {
  readonly names: Set<string>;
  readonly kindOf: Set<string>;
  readonly partOf: Set<string>;
  readonly groups: Set<string>;
  readonly fields: Map<string, readonly string[]>;
};

const SOURCES = [
  ["things", "things", "thing"],
  ["things", "losses", "loss"],
  ["things", "parts", "part"],
  ["things", "vague", "vague"],
  ["causes", "causes", "cause"],
  ["symptoms", "symptoms", "symptom"],
  ["dealings", "dealings", "dealing"],
  ["dangers", "dangers", "danger"],
] as const satisfies readonly (readonly [Family, keyof Trade, Concept["sort"]])[];

/** Reads a trade's data and a library's groups of synonyms. The library's own groups come first. */
export function createLexicon(trade: Trade, synonyms: Synonyms): Lexicon {
  const books = {
    things: createPhraseBook<string>(),
    causes: createPhraseBook<string>(),
    symptoms: createPhraseBook<string>(),
    dealings: createPhraseBook<string>(),
    dangers: createPhraseBook<string>(),
  };
  const concepts = new Map<string, Draft>();
  const read = SOURCES.flatMap(([family, key, sort]) =>
    readTrade(trade[key]).map((entry) => ({ family, sort, entry })),
  );
  for (const { family, sort, entry } of read) addEntry({ books, concepts }, family, sort, entry);
  const descriptions = new Set(
    read
      .flatMap(({ family, entry }) => (family === "things" ? (entry.fields.get("says") ?? []) : []))
      .map((says) => stemsOf(says).join(" ")),
  );
  for (const group of synonyms) addGroup({ books, concepts }, group);
  for (const { family, entry } of read) relate({ books, concepts }, family, entry);
  const concept = (family: Family, id: string) => concepts.get(`${family}:${id}`);
  return {
    books,
    describes: (stems) => descriptions.has(stems.join(" ")),
    concept,
    isA: (family, id, other) => reaches(concept, family, id, other, 0),
    ids: (family) =>
      [...concepts.keys()]
        .filter((key) => key.startsWith(`${family}:`))
        .map((key) => key.slice(family.length + 1)),
  };
}

interface Making {
  readonly books: Readonly<Record<Family, PhraseBook<string>>>;
  readonly concepts: Map<string, Draft>;
}

function conceptAt(
  { books, concepts }: Making,
  family: Family,
  name: string,
  sort: Concept["sort"],
): Draft | null {
  const stems = stemsOf(name);
  if (stems.length === 0) return null;
  const id = books[family].get(stems) ?? stems.join(" ");
  const known = concepts.get(`${family}:${id}`);
  if (known) return known;
  const made: Draft = {
    id,
    name,
    sort,
    names: new Set(),
    kindOf: new Set(),
    partOf: new Set(),
    groups: new Set(),
    fields: new Map(),
  };
  concepts.set(`${family}:${id}`, made);
  books[family].add(stems, id);
  return made;
}

function addEntry(making: Making, family: Family, sort: Concept["sort"], entry: TradeEntry): void {
  const concept = conceptAt(making, family, entry.name, sort);
  if (!concept) return;
  for (const other of [...entry.others, ...(entry.fields.get("brands") ?? []), ...signsOf(family, entry)]) {
    // "Installed … wrong" is found by its two ends.
    if (!other.includes("…")) making.books[family].add(stemsOf(other), concept.id);
    concept.names.add(other);
  }
  for (const [key, values] of entry.fields) concept.fields.set(key, values);
}

/** Everyday wordings that mean the concept by themselves. */
function signsOf(family: Family, { fields }: TradeEntry): readonly string[] {
  if (family === "things") return fields.get("says") ?? [];
  return family === "dealings" ? [] : (fields.get("signs") ?? []);
}

/** A library's group: its wordings mean what the first of them that is known means. */
function addGroup(making: Making, group: readonly string[]): void {
  for (const family of ["causes", "dealings", "things"] as const) {
    const known = group
      .map((phrase) => making.books[family].get(stemsOf(phrase)))
      .find((id) => id !== undefined);
    if (known === undefined && family !== "things") continue;
    const concept = known === undefined ? conceptAt(making, family, group[0] ?? "", "thing")?.id : known;
    if (concept === undefined) return;
    for (const phrase of group) {
      making.books[family].add(stemsOf(phrase), concept);
      making.concepts.get(`${family}:${concept}`)?.names.add(phrase);
    }
    return;
  }
}

function relate(making: Making, family: Family, entry: TradeEntry): void {
  const own = conceptAt(making, family, entry.name, "thing");
  if (!own) return;
  const each = (key: string, link: (other: Draft) => void, sort: Concept["sort"]) => {
    for (const name of entry.fields.get(key) ?? []) {
      const other = conceptAt(making, family, name, sort);
      if (other && other !== own) link(other);
    }
  };
  each("kinds", (kind) => kind.kindOf.add(own.id), own.sort);
  each("wider", (wider) => own.kindOf.add(wider.id), own.sort);
  if (family !== "things") return;
  each("parts", (part) => part.partOf.add(own.id), "part");
  each("of", (whole) => own.partOf.add(whole.id), "thing");
  each("in", (group) => own.groups.add(group.id), "thing");
}

type Lookup = (family: Family, id: string) => Concept | undefined;

/** Kinds are not nested deeper than a few steps; a ring in the data ends there. */
const STEPS = 5;

function reaches(lookup: Lookup, family: Family, id: string, other: string, steps: number): boolean {
  if (id === other) return true;
  if (steps > STEPS) return false;
  for (const wider of lookup(family, id)?.kindOf ?? []) {
    if (reaches(lookup, family, wider, other, steps + 1)) return true;
  }
  return false;
}
