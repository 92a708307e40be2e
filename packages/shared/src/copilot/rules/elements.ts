import { type Cause, causesIn } from "./causes.ts";
import { type Term, termsWithin } from "./vocabulary.ts";

/** One thing that a stretch names: "the cost of reclaiming refrigerant". Offsets are into the sentence. */
export interface Element {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The words that name the thing; the last is its head. */
  readonly name: readonly Term[];
  /** What narrows it: "under a concrete slab", "caused by tree roots". */
  readonly narrowing: readonly Term[];
  readonly causes: ReadonlySet<Cause>;
  /** Those of `name` that stand in a hyphenated adjective: "over-the-range". */
  readonly adjectives: readonly Term[];
}

const SEPARATOR =
  /\s*(?:,(?!\d)|[;:\n]|\bas well as\b|\band\/or\b|\band\b|\bor\b|\bincluding\b|\bsuch as\b|\btogether with\b|\bplus\b|\bwith (?=(?:its|their)\b))\s*/gi;
const NARROWER =
  /(?<![\w-])(?:of|for|in|on|under|beneath|inside|outside|within|with|without|from|by|that|which|caused|resulting|due|because|used|located|serving|to|against|where|when|if|after|during|while|at|up)(?![\w-])/i;
const SMALL =
  /^(?:the|a|an|any|all|one|its|their|your|each|every|other|for|of|by|parts?|we|also|only|up to)\s+/i;

interface Cut {
  readonly from: number;
  readonly to: number;
  /** Whether the stretch names causes at all. */
  readonly caused: boolean;
}

/** Where something is, not what it is, when it stands alone in a list: "in the home or the garage". */
const PLACE =
  /^(?:garages?|homes?|houses?|attics?|basements?|foundations?|yards?|buildings?|rooms?|premises|property)$/i;
const NO_CAUSES: ReadonlySet<Cause> = new Set();

/** The things named in `sentence.slice(start, end)`. */
export function elementsOf(
  sentence: string,
  span: { start: number; end: number },
  terms: readonly (Term | null)[],
): Element[] {
  const elements: Element[] = [];
  let from = span.start;
  const body = sentence.slice(span.start, span.end);
  const caused = causesIn(body).size > 0;
  const push = (to: number) => {
    const element = elementOf(sentence, { from, to, caused }, terms);
    if (element !== null) elements.push(element);
  };
  for (const cut of body.matchAll(SEPARATOR)) {
    push(span.start + cut.index);
    from = span.start + cut.index + cut[0].length;
  }
  push(span.end);
  return shareNarrowing(shareHeads(elements));
}

function elementOf(
  sentence: string,
  { from, to, caused }: Cut,
  terms: readonly (Term | null)[],
): Element | null {
  let start = from + (/^\s*/.exec(sentence.slice(from, to))?.[0].length ?? 0);
  for (
    let small = SMALL.exec(sentence.slice(start, to));
    small !== null;
    small = SMALL.exec(sentence.slice(start, to))
  ) {
    start += small[0].length;
  }
  const text = sentence.slice(start, to).replace(/[\s.,;:]+$/, "");
  if (text.trim() === "") return null;
  const cut = NARROWER.exec(text);
  const split = cut === null ? text.length : cut.index;
  const name = termsWithin(terms, start, start + split);
  const narrowing = termsWithin(terms, start + split, start + text.length);
  const causes: ReadonlySet<Cause> = caused ? causesIn(text) : NO_CAUSES;
  if (name.length === 1 && PLACE.test(name[0]?.text ?? "")) return null;
  if (name.length === 0 && narrowing.length === 0 && causes.size === 0) return null;
  const adjectives = name
    .slice(0, -1)
    .filter((term) => sentence[term.start - 1] === "-" || sentence[term.end] === "-");
  return { text, start, end: start + text.length, name, narrowing, causes, adjectives };
}

const MATERIAL =
  /^(?:water|gas|ice|steam|drain|waste|vent|sewer|glass|ceramic|metal|flat|foam|wood|pellet|solar|portable|free-?standing|electric|electrical|fuel|supply|leaking|broken|outside|indoor|outdoor|hot|cold)$/i;

/** "water, gas and drain lines": the last one's head belongs to those before it that name no thing themselves. */
function shareHeads(elements: readonly Element[]): Element[] {
  const last = elements.findLast((element) => element.name.length > 1);
  const head = last?.name.at(-1);
  if (last === undefined || head === undefined) return [...elements];
  const until = elements.indexOf(last);
  return elements.map((element, index) => {
    const bare =
      index < until &&
      element.narrowing.length === 0 &&
      element.causes.size === 0 &&
      MATERIAL.test(element.text);
    return bare ? { ...element, name: [...element.name, head] } : element;
  });
}

/** "leaks at skylights, chimneys or gutters": what follows the first place or cause belongs to the leaks, too. */
function shareNarrowing(elements: readonly Element[]): Element[] {
  let first: Element | null = null;
  return elements.map((element) => {
    if (
      /\b(?:at|from|by|caused by|due to)\s/i.test(element.text) &&
      element.name.length > 0 &&
      element.narrowing.length > 0
    )
      first = element;
    else if (first !== null && element.narrowing.length === 0)
      return { ...element, name: first.name, narrowing: element.name };
    return element;
  });
}
