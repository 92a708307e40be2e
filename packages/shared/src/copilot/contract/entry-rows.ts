import type { Lexicon } from "../language/lexicon.ts";
import { stemsOf, tokensOf } from "../language/tokens.ts";
import { type Entry, WORK } from "./entry.ts";

const CAUSING = /\b(?:caused|resulting|result|results|due|because|arising|arises?|from|by)\b/i;

/** Entries of one row as they are meant together: what one says first or last of itself goes for its neighbours. */
export function readAsRow(entries: readonly Entry[], text: string, from: number, lexicon: Lexicon): Entry[] {
  const caused = shareCausing(joinCausing(entries, text), text, from);
  const named = withFullNames(caused, text, lexicon);
  return sharePlaces(shareHeads(shareWholes(named, text, lexicon), text), text);
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
