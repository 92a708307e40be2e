import { type Cause, causesIn } from "./causes.ts";
import { type Term, termsOf, type Vocabulary } from "./vocabulary.ts";

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
}

const SEPARATOR =
  /\s*(?:[,;:\n]|\bas well as\b|\band\/or\b|\band\b|\bor\b|\bincluding\b|\bsuch as\b|\btogether with\b|\bplus\b|\bwith (?=(?:its|their)\b))\s*/gi;
const NARROWER =
  /\b(?:of|for|in|on|under|beneath|inside|outside|within|with|without|from|by|that|which|caused|resulting|due|because|used|located|serving|to|against|where|when|if|after|during|while|at|up)\b/i;
const SMALL =
  /^(?:the|a|an|any|all|one|its|their|your|each|every|other|for|of|by|parts?|we|also|only|up to)\s+/i;

/** The things named in `sentence.slice(start, end)`. */
export function elementsOf(
  sentence: string,
  span: { start: number; end: number },
  vocabulary: Vocabulary,
): Element[] {
  const elements: Element[] = [];
  let from = span.start;
  const body = sentence.slice(span.start, span.end);
  const push = (to: number) => {
    const element = elementOf(sentence, from, to, vocabulary);
    if (element !== null) elements.push(element);
  };
  for (const cut of body.matchAll(SEPARATOR)) {
    push(span.start + cut.index);
    from = span.start + cut.index + cut[0].length;
  }
  push(span.end);
  return shareHeads(elements);
}

function elementOf(sentence: string, from: number, to: number, vocabulary: Vocabulary): Element | null {
  let start = from;
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
  const split = cut === null || cut.index === 0 ? text.length : cut.index;
  const present = (part: string) => termsOf(part, vocabulary).filter((term) => term !== null);
  const name = present(text.slice(0, split));
  const narrowing = present(text.slice(split));
  const causes = causesIn(text);
  if (name.length === 0 && narrowing.length === 0 && causes.size === 0) return null;
  return { text, start, end: start + text.length, name, narrowing, causes };
}

/** "water, gas and drain lines": the last one's head belongs to those before it, too. */
function shareHeads(elements: readonly Element[]): Element[] {
  const last = elements.at(-1);
  const head = last?.name.at(-1);
  if (last === undefined || head === undefined || last.name.length < 2) return [...elements];
  const shared: Element[] = [];
  for (const element of elements.slice(0, -1)) {
    const only = element.name[0];
    if (
      only !== undefined &&
      element.name.length === 1 &&
      element.narrowing.length === 0 &&
      element.causes.size === 0
    ) {
      shared.push({ ...element, name: [only, head] });
    }
  }
  return [...elements, ...shared];
}
