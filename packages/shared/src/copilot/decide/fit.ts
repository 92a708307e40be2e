import type { ReadClause } from "../contract/contract-book.ts";
import type { Entry } from "../contract/entry.ts";
import type { Lexicon } from "../language/lexicon.ts";
import type { Term } from "../language/terms.ts";
import { stemsOf } from "../language/tokens.ts";

/** The asked thing as names are held against it. */
export interface Subject {
  /** Id of what it is; null where no word says. */
  readonly head: string | null;
  /** Ids of its own words, the head among them. */
  readonly own: ReadonlySet<string>;
  /** Ids of what it was said to be part of. */
  readonly wholes: ReadonlySet<string>;
  /** Ids of what it is ordinarily part of. */
  readonly likelyWholes: ReadonlySet<string>;
  /** What it belongs to where nothing else was said: the first of those. */
  readonly defaultWhole: string | null;
  /** Ids of the names before its head: "professional", of a professional range. */
  readonly modifiers: ReadonlySet<string>;
  /** Ids of the groups that contracts speak of it by. */
  readonly groups: ReadonlySet<string>;
  /** Everything that was said in its case: by this narrower names are told. */
  readonly said: ReadonlySet<string>;
}

/**
 * How a name stands to the thing: it names it, or a wider kind; it names what it is part of (as said, or as such things
 * ordinarily are), or its group; it names a member of the group that was asked about; or a narrower kind of it.
 */
export type Relation = "same" | "kind" | "whole" | "likely" | "group" | "member" | "narrower";

export interface Fit {
  readonly relation: Relation;
  /** Words of the name that nobody said: "portable", of "portable spas". */
  readonly missing: readonly string[];
  /** How many words of the name were said, the head left out. */
  readonly matched: number;
}

/** Holds a name against the thing; null where it names something else. */
export function fitName(
  terms: readonly Term[],
  head: number,
  { subject, lexicon, isOwn, isGroup }: Holding,
): Fit | null {
  const term = terms[head];
  if (!term || subject.head === null) return null;
  const isEmpty =
    isOwn === true && terms.length > 1 && lexicon.concept("things", term.id)?.fields.has("empty") === true;
  const isShort = isOwn === true && subject.head.split(" ").at(-1) === term.id;
  const relation = isEmpty || isShort ? "same" : relationOf(term.id, subject, lexicon);
  if (!relation || (relation === "member" && isGroup !== true)) return null;
  const others = terms.filter((_, i) => i !== head).map(({ id }) => id);
  const missing = others.filter((id) => !isSaid(id, subject, lexicon) && !isInName(id, term.id, lexicon));
  return { relation, missing, matched: others.length - missing.length };
}

export interface Holding {
  readonly subject: Subject;
  readonly lexicon: Lexicon;
  /** The name stands in the thing's own section, where "units" are units of it. */
  readonly isOwn?: boolean;
  /** What belongs to a group that was asked about counts, too: an air conditioner, for "my cooling". */
  readonly isGroup?: boolean;
}

/** Whether a name is what the thing ordinarily belongs to, as one of several: too little for a plan to hang on. */
export function isMerelyLikely(entry: Entry, fit: Fit, subject: Subject): boolean {
  return fit.relation === "likely" && entry.terms[entry.head]?.id !== subject.defaultWhole;
}

/** Holds an entry against the thing. */
export function fitEntry(entry: Entry, holding: Holding): Fit | null {
  return fitName(entry.terms, entry.head, holding);
}

function relationOf(id: string, subject: Subject, lexicon: Lexicon): Relation | null {
  const { head } = subject;
  if (head === null) return null;
  if (id === head) return "same";
  if (lexicon.isA("things", head, id)) return "kind";
  if (subject.wholes.has(id)) return "whole";
  if (lexicon.isA("things", id, head))
    return id.split(" ").every((stem) => head.includes(stem) || isHeard(stem, subject.said))
      ? "same"
      : "narrower";
  for (const whole of subject.wholes) if (lexicon.isA("things", whole, id)) return "whole";
  if (subject.likelyWholes.has(id)) return "likely";
  // "A system or an appliance that your plan includes" names no group: it names everything.
  const isAny = lexicon.concept("things", id)?.fields.has("empty") === true;
  if (subject.groups.has(id) && !isAny) return "group";
  // "Is my cooling covered": where the contract speaks of what belongs to it only.
  return lexicon.concept("things", id)?.groups.has(head) ? "member" : null;
}

/** "Outdoor hose bibs": such a thing is outdoors by another of its names. */
function isInName(id: string, head: string, lexicon: Lexicon): boolean {
  const concept = lexicon.concept("things", head);
  if (!concept || id.includes(" ")) return false;
  for (const name of concept.names) {
    const stems = stemsOf(name);
    if (stems.length > 1 && stems.includes(id)) return true;
  }
  return false;
}

/** "On the counter" says as much as "countertop". */
function isHeard(stem: string, said: ReadonlySet<string>): boolean {
  if (said.has(stem)) return true;
  for (const one of said) if (one.length > 4 && stem.startsWith(one)) return true;
  return false;
}

/** Whether a word of a name was said, or goes without saying. */
function isSaid(id: string, { said, own, wholes }: Subject, lexicon: Lexicon): boolean {
  if (said.has(id) || own.has(id) || wholes.has(id) || IMPLIED.has(id)) return true;
  for (const one of said) if (lexicon.isA("things", one, id)) return true;
  return false;
}

/** Words of names that say nothing that a caller would say. */
const IMPLIED = new Set(
  "main home hous household resident interior primari standard central whole kitchen cloth wire hardwir ordinari domest own covered single common work instal perman line system unit equipment part component item kind type appli assembl".split(
    " ",
  ),
);

/** In a section the names of its heading go without saying: "portable units" are portable microwaves. */
export function inSection({ subject, lexicon }: Holding, owner: ReadClause, isOwn: boolean): Holding {
  const names = owner.headings.flatMap((heading) => heading.names.flat().map(({ id }) => id));
  return {
    lexicon,
    isOwn,
    subject: { ...subject, said: new Set([...subject.said, ...names]) },
  };
}
