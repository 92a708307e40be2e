import type { Lexicon } from "../language/lexicon.ts";
import { mentionsOf, type Term, termsOf } from "../language/terms.ts";
import { type Token, tokensOf } from "../language/tokens.ts";

/** One thing that a sentence names, with what narrows it: "stoppages | caused by roots". */
export interface Entry {
  /** As the contract writes it, without articles. Offsets are into the unit's text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it names: its head and the words before it. */
  readonly terms: readonly Term[];
  /** Index of the head among the terms; -1 where it names nothing. */
  readonly head: number;
  /** The words behind the head that narrow it: "that a home inspection listed". */
  readonly narrowing: string;
  /** Content of the narrowing, to be held against what the caller said. */
  readonly narrowed: readonly Term[];
  /** Ids of the causes that it names. */
  readonly causes: readonly string[];
  /** Whether it is a cause and no thing: "fire", "damage caused by insects". */
  readonly isCause: boolean;
}

const DETERMINER =
  /^(?:(?:and|or|nor|the|a|an|any|all|each|every|both|either|its|their|your|our|one|two|other|such|these|this|also|for|of|to|in|such as|like|including|includes?|namely|but not limited to|not limited to|without limitation)\s+)+/i;
const NARROWS =
  /(?:\s|^)\(?(?:that|which|who|when|where|if|unless|because|once|until|beyond|over|older|except|without|within|outside|inside|while|caused by|resulting from|due to|from|by|with|for|in|on|at|to|under|needed|used|associated|connected|equipped|attached|related|designed|intended|located|not (?:located|used)|provided|during|into|than|as|is|are|has|have|per)\s/i;
/** Heads that stand for what follows "of" or "to": "cost of cranes" is about cranes. */
const TRANSPARENT = new Set(
  "cost price part component unit system equipment item kind type leak break failur loss damag malfunction breakdown problem defect noise use".split(
    " ",
  ),
);

/** What one piece of a row names; null where it names nothing. */
export function entryOf(text: string, [from, to]: readonly [number, number], lexicon: Lexicon): Entry | null {
  const raw = text.slice(from, to);
  const led = raw.length - raw.trimStart().length;
  const determiner = DETERMINER.exec(raw.trimStart())?.[0].length ?? 0;
  const start = from + led + determiner;
  const body = text
    .slice(start, to)
    .replace(/\s*(?::\s*)?[$£€].*$/s, "")
    .replace(/\s+(?:itself|themselves)(?=[\s.:,;]*$)/i, "")
    .replace(/[\s.:,;]+$/, "");
  // "As for the kitchen refrigerator" points to another section and names nothing.
  if (body === "" || /^as (?:for|in|under|with)\b/i.test(body)) return null;
  const found = NARROWS.exec(body);
  // "Outside water lines": at its beginning the word describes what follows.
  const cut = found && found.index > 0 ? found : null;
  const core = (cut ? body.slice(0, cut.index) : body).replace(/\s\((?!unless|except|if)[^)]*\)?\s*$/i, "");
  const narrowing = cut ? body.slice(cut.index).trim() : "";
  const tokens = tokensOf(core);
  const terms = byFullName(termsOf(tokens, lexicon), tokens, lexicon);
  const behind = tokensOf(narrowing);
  // "Flushing of sediment", "mold removal" name work, no cause of a failure.
  const isWork = WORK.test(body);
  const causes = isWork ? [] : mentionsOf(tokensOf(body), "causes", lexicon).map(({ id }) => id);
  if (terms.length === 0 && behind.length === 0) return null;
  const head = withoutEmpty(headOf(tokens, terms), terms, lexicon);
  return {
    text: body,
    start,
    end: start + body.length,
    terms,
    head,
    narrowing,
    narrowed: termsOf(behind, lexicon),
    causes: [...new Set(causes)],
    isCause: causes.length > 0 && !namesThing(terms, head, lexicon, causes),
  };
}

/** Work that is done, by the names that contracts give it: "removal of", "mold remediation". */
export const WORK =
  /^(?:\w+ )?(?:\w+ing|removal|treatment|disposal|remediation|abatement|extermination|prevention|maintenance|inspection|testing) (?:of|for)\b|\b(?:removal|remediation|abatement|treatment|extermination|testing)$/i;

/** "The liner of a pool" is a pool liner, where the lexicon has that name. */
function byFullName(terms: readonly Term[], tokens: readonly Token[], lexicon: Lexicon): readonly Term[] {
  const of = tokens.findIndex(({ text }) => text === "of");
  const at = terms.findLastIndex((term) => term.to <= of);
  const [part, whole] = [terms[at], terms[at + 1]];
  if (of < 0 || !part || !whole || part.to !== of) return terms;
  const stems = (term: Term) => tokens.slice(term.from, term.to).map(({ stem }) => stem);
  const full = lexicon.books.things.get([...stems(whole), ...stems(part)]);
  if (full === undefined) return terms;
  return [
    ...terms.slice(0, at),
    { id: full, known: true, from: part.from, to: whole.to },
    ...terms.slice(at + 2),
  ];
}

/** The last term before "of"; where that is only a measure of what follows, the last term behind it. */
function headOf(tokens: readonly Token[], terms: readonly Term[]): number {
  const of = tokens.findIndex(({ text }) => text === "of");
  if (of < 0 || terms.some((term) => term.from < of && term.to > of)) return terms.length - 1;
  const before = terms.findLastIndex((term) => term.to <= of);
  const transparent = before < 0 || TRANSPARENT.has(terms[before]?.id ?? "");
  return transparent ? terms.length - 1 : before;
}

/** "Swimming pool equipment": the last word says nothing, the name before it does. */
function withoutEmpty(head: number, terms: readonly Term[], lexicon: Lexicon): number {
  const before = terms[head - 1];
  const isLoss = before !== undefined && lexicon.concept("things", before.id)?.sort === "loss";
  // "Hotel bills", "food loss": the loss is what is named.
  const isEmpty =
    /^(?:equip|system)/.test(terms[head]?.id ?? "") ||
    (isLoss && /^(?:bill|cost|expens|charg|night|stay|loss|damag|spoilag)/.test(terms[head]?.id ?? ""));
  const isNamed = before?.known === true && lexicon.concept("things", before.id)?.sort !== "vague";
  return isEmpty && isNamed ? head - 1 : head;
}

function namesThing(
  terms: readonly Term[],
  head: number,
  lexicon: Lexicon,
  causes: readonly string[],
): boolean {
  const term = terms[head];
  if (!term?.known) return false;
  const sort = lexicon.concept("things", term.id)?.sort;
  return (sort === "thing" || sort === "part" || sort === "loss") && !causes.includes(term.id);
}
