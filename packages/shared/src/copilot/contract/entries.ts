import type { Lexicon } from "../language/lexicon.ts";
import { mentionsOf, type Term, termsOf } from "../language/terms.ts";
import { stemsOf, type Token, tokensOf } from "../language/tokens.ts";

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

const SEPARATOR =
  /\s*(?:;|,|:\s|\/(?!\d)|\s(?:and\/or|and|or|nor|as well as|but not(?: limited to)?|&)\s)\s*/giu;
const DETERMINER =
  /^(?:(?:and|or|nor|the|a|an|any|all|each|every|both|either|its|their|your|our|one|two|other|such|these|this|also|for|of|to|in|such as|like|including|includes?|namely|but not limited to|not limited to|without limitation)\s+)+/i;
const NARROWS =
  /(?:\s|^)\(?(?:that|which|who|when|where|if|unless|because|once|until|beyond|over|older|except|without|within|outside|inside|while|caused by|resulting from|due to|from|by|with|for|in|on|at|to|under|needed|used|associated|connected|equipped|attached|related|designed|intended|located|not (?:located|used)|provided|during|into|than|as|is|are|has|have|per)\s/i;
const CAUSING = /\b(?:caused|resulting|result|results|due|because|arising|arises?|from|by)\b/i;
/** Heads that stand for what follows "of" or "to": "cost of cranes" is about cranes. */
const TRANSPARENT = new Set(
  "cost price part component unit system equipment item kind type leak break failur loss damag malfunction breakdown problem defect noise use".split(
    " ",
  ),
);

/** The things that a stretch of a unit's text names, in order. */
export function entriesOf(text: string, [from, to]: readonly [number, number], lexicon: Lexicon): Entry[] {
  const entries: Entry[] = [];
  for (const [start, end] of piecesOf(text, from, to)) {
    const entry = entryOf(text, [start, end], lexicon);
    if (entry) entries.push(entry);
  }
  const joined = shareCausing(joinCausing(entries, text), text, from);
  return sharePlaces(
    shareHeads(shareWholes(withFullNames(joined, text, lexicon), text, lexicon), text),
    text,
  );
}

const TO_WHAT =
  /^(?:access|damage|changes?|modifications?|alterations?|connections?|hookups?|upgrades?) to\b/i;
const BY_CAUSE = /\b(?:by|from|caused|due to|because)\b/i;

/** "Jammed or broken by bones, cutlery or glass": the row behind "by" narrows the one name before it. */
function joinCausing(entries: readonly Entry[], text: string): Entry[] {
  const joined: Entry[] = [];
  for (const entry of entries) {
    const last = joined.at(-1);
    const led = last ? text.slice(last.end, entry.start) : "";
    const narrows =
      last &&
      last.narrowing !== "" &&
      !last.isCause &&
      last.head >= 0 &&
      !/;|\b(?:such as|including|includes|like)\b/i.test(led);
    const isAt = narrows && joined.length === 1 && /^(?:at|on|from)\b/i.test(last.narrowing);
    const isOneOf =
      narrows &&
      /^(?:associated|connected|equipped|attached|related)\b/i.test(last.narrowing) &&
      /\bor\s*$/i.test(led);
    // "Access to pool and spa equipment": the access to both.
    const isToBoth = narrows && TO_WHAT.test(last.text) && /^\s*(?:and\/or|and|or|&)\s*$/i.test(led);
    const isCausing =
      isAt ||
      isOneOf ||
      isToBoth ||
      (narrows &&
        (BY_CAUSE.test(last.narrowing)
          ? entry.isCause || /^by\b/i.test(led.trim()) || !entry.terms.some(({ known }) => known)
          : BY_CAUSE.test(entry.text) && /\b(?:or|and)\s*$/i.test(led)));
    if (!last || !isCausing) {
      joined.push(entry);
      continue;
    }
    const end = entry.end;
    joined[joined.length - 1] = {
      ...last,
      text: text.slice(last.start, end),
      end,
      narrowing: `${last.narrowing}${led}${entry.text}`,
      narrowed: [...last.narrowed, ...entry.terms, ...entry.narrowed],
      causes: [...new Set([...last.causes, ...entry.causes])],
    };
  }
  return joined;
}

function* piecesOf(text: string, from: number, to: number): Iterable<[number, number]> {
  const stretch = text.slice(from, to);
  let start = 0;
  let depth = 0;
  const cuts = [...stretch.matchAll(SEPARATOR), ...stretch.matchAll(/[()]/g)].sort(
    (a, b) => a.index - b.index,
  );
  for (const cut of cuts) {
    if (cut[0] === "(") depth++;
    else if (cut[0] === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && cut.index >= start) {
      yield [from + start, from + cut.index];
      start = cut.index + cut[0].length;
    }
  }
  yield [from + start, to];
}

function entryOf(text: string, [from, to]: readonly [number, number], lexicon: Lexicon): Entry | null {
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

const WORK =
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

/** "Failures caused by fire, flood, wind": what "caused by" leads is a cause, the whole row of it. */
function shareCausing(entries: readonly Entry[], text: string, from: number): Entry[] {
  let caused = CAUSING.test(text.slice(Math.max(0, from - 25), from));
  return entries.map((entry, i) => {
    const led = text.slice(entries[i - 1]?.end ?? entry.start, entry.start);
    if (caused && !/\b(?:or|and|by)\b|such as/i.test(led) && isNamedWork(entry)) caused = false;
    if (entry.narrowing !== "" && CAUSING.test(entry.narrowing)) {
      caused = true;
      return entry;
    }
    return caused && entry.narrowing === ""
      ? {
          ...entry,
          isCause: true,
          causes: entry.causes.length > 0 ? entry.causes : entry.terms.map(({ id }) => id),
        }
      : entry;
  });
}

/** "…, hydro-jetting, removal of a toilet": work in a row of causes ends the row. */
function isNamedWork({ text }: Entry): boolean {
  return WORK.test(text) || /\w-?(?:ing)$/i.test(text.split(" ")[0] ?? "");
}

/** "Water, drain or vent lines": each first word with the last one's head, where the lexicon has that name. */
function withFullNames(entries: readonly Entry[], text: string, lexicon: Lexicon): Entry[] {
  const named: Entry[] = [...entries];
  for (let i = named.length - 2; i >= 0; i--) {
    const [entry, next] = [named[i], named[i + 1]];
    const [only] = entry?.terms ?? [];
    const tail = tokensOf(next?.text ?? "").find((_, at, all) => at === all.length - 1);
    if (!entry || !next || !only || !tail || entry.terms.length !== 1 || entry.narrowing !== "") continue;
    // A plural is a name by itself: "radiators, radiator valves".
    if (entry.text.includes(" ") || /[^s]s$/i.test(entry.text.replace(/^gas$/i, "ga"))) continue;
    if (!/^\s*(?:,\s*)?(?:and|or|&|\/)?\s*$/i.test(text.slice(entry.end, next.start))) continue;
    const head =
      stemsOf(
        next.narrowing === "" ? next.text : next.text.slice(0, next.text.length - next.narrowing.length),
      ).at(-1) ?? tail.stem;
    const full = lexicon.books.things.get([...stemsOf(entry.text), head]);
    if (full !== undefined)
      named[i] = { ...entry, terms: [{ ...only, id: full, known: true }], head: 0, text: entry.text };
    // What follows in the row lends its head on.
    if (full !== undefined)
      named[i] = { ...(named[i] as Entry), narrowed: next.narrowed, narrowing: next.narrowing };
    if (full === undefined) break;
  }
  return named;
}

/** "Whirlpool tub motor and pump": the pump is the tub's, too. */
function shareWholes(entries: readonly Entry[], text: string, lexicon: Lexicon): Entry[] {
  const isVague = (entry: Entry | undefined) => {
    const term = entry?.terms[entry.head];
    return term?.known === true && lexicon.concept("things", term.id)?.sort === "vague";
  };
  return entries.map((entry, i) => {
    const last = entries[i - 1];
    if (!last || entry.terms.length !== 1 || last.terms.length < 2 || !isVague(entry) || !isVague(last))
      return entry;
    if (!/^\s*(?:and|or|&|\/)\s*$/i.test(text.slice(last.end, entry.start))) return entry;
    const terms = [...last.terms.slice(0, last.head), ...entry.terms];
    return { ...entry, terms, head: terms.length - 1 };
  });
}

const PLACED = /^(?:outside|inside|under|beyond|beneath|within|below)\b/i;

/** "Water lines and sewer lines outside the foundation": both are outside. */
function sharePlaces(entries: readonly Entry[], text: string): Entry[] {
  return entries.map((entry, i) => {
    const next = entries[i + 1];
    if (!next || entry.narrowing !== "" || next.narrowing === "") return entry;
    // "The well pump and its components for heat pumps": what narrows the components narrows it.
    const isIts = /^\s*(?:and|or|&) (?:its|their)\b/i.test(text.slice(entry.end, next.start));
    if (!isIts && !PLACED.test(next.narrowing)) return entry;
    if (isIts) return { ...entry, narrowing: next.narrowing, narrowed: next.narrowed };
    const isJoined = /^\s*(?:,\s*)?(?:and|or|&)\s*$/i.test(text.slice(entry.end, next.start));
    return isJoined ? { ...entry, narrowing: next.narrowing, narrowed: next.narrowed } : entry;
  });
}

/** "Portable and window units": the first word borrows the head of what it is joined to. */
function shareHeads(entries: readonly Entry[], text: string): Entry[] {
  return entries.map((entry, i) => {
    const next = entries[i + 1];
    const [only] = entry.terms;
    if (!next || !only || entry.terms.length !== 1 || only.known || next.terms.length < 2) return entry;
    if (!/^\s*(?:,\s*)?(?:and|or|&|\/)\s*$/i.test(text.slice(entry.end, next.start))) return entry;
    const head = next.terms[next.head];
    return head ? { ...entry, terms: [only, head], head: 1 } : entry;
  });
}
