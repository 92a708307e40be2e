import { isFunctionWord } from "../language/function-words.ts";
import type { Concept } from "../language/lexicon.ts";
import { stemsOf } from "../language/tokens.ts";
import type { Heard, Reading } from "./heard.ts";
import { type Name, NO_MODIFIER, namesIn, textOf } from "./names-said.ts";
import type { AskedThing } from "./question.ts";

/** A thing that words name. `[from, to)` are indexes into the words. */
export interface NamedThing extends AskedThing {
  readonly from: number;
  readonly to: number;
  readonly sort: Concept["sort"] | "unknown";
  /** It says where something is, or when: "on the garage wall", "under the sink", "when the washer drains". */
  readonly isPlace: boolean;
  /** It says what an option is for: "the laundry add-on". */
  readonly isOption: boolean;
}

/** The things that the words name, in order: compounds and "the pump of the dishwasher" as one thing with its whole. */
export function thingsIn({ tokens, words }: Heard, reading: Reading): NamedThing[] {
  const names = namesIn({ tokens, words }, reading);
  const things: NamedThing[] = [];
  for (let i = 0; i < names.length; i++) {
    const group = [names[i] as Name];
    while (names[i + 1] && isJoined(group.at(-1) as Name, names[i + 1] as Name, words))
      group.push(names[++i] as Name);
    const thing = thingOf(group, { tokens, words }, reading);
    const last = things.at(-1);
    // "Our furnace is an oil burner": what it is said to be is no other thing.
    if (last && /^(?:is|was) an?(?: \w+)?$/.test(textOf(tokens, last.to, thing.from))) continue;
    const isPart = last && isOwned(last, thing, { tokens, words }, reading);
    // "The swamp cooler up on the roof, the pump": the place between owns nothing.
    const owner = last?.isPlace && things.at(-2)?.isPlace === false ? things.at(-2) : last;
    if (last && isPart) things[things.length - 1] = partOf(last, thing, reading);
    else if (owner && isPossessed(last?.to ?? 0, owner, thing, { tokens }, reading)) {
      const whole = owner.terms.at(-1) ?? "";
      things.splice(things.indexOf(owner), things.length, {
        ...thing,
        sort: thing.sort === "vague" ? "part" : thing.sort,
        wholes: [...thing.wholes.filter((one) => one !== whole), whole],
        from: owner.from,
      });
    } else things.push(thing);
  }
  return things;
}

/** A vague name of what belongs to something that was named: the tank, of the septic system. */
export function belongingTo(vague: NamedThing, whole: NamedThing, reading: Reading): NamedThing {
  const { from, to } = vague;
  // "The very same thing" has no name of its own.
  const said = isEmpty(vague.terms.at(-1) ?? "", reading.lexicon) ? whole.said : vague.said;
  return { ...partOf(vague, whole, reading), said, from, to };
}

/** The part with its whole; by its full name where the lexicon has one: the valve of a radiator is a radiator valve. */
function partOf(part: NamedThing, whole: NamedThing, { lexicon }: Reading): NamedThing {
  const owner = whole.terms.at(-1) ?? "";
  const head = part.terms.at(-1) ?? "";
  if (isEmpty(head, lexicon)) return { ...whole, from: part.from };
  const full = fullName(owner, head, lexicon) ?? fullName(stemsOf(whole.said).join(" "), head, lexicon);
  const sort = part.sort === "vague" ? "part" : part.sort;
  return {
    ...part,
    sort,
    terms: [...part.terms.slice(0, -1), full ?? head],
    wholes: [...part.wholes, owner],
    to: whole.to,
  };
}

function isEmpty(id: string, lexicon: Reading["lexicon"]): boolean {
  return lexicon.concept("things", id)?.fields.has("empty") ?? false;
}

function fullName(owner: string, head: string, lexicon: Reading["lexicon"]): string | null {
  return lexicon.books.things.get([...owner.split(" "), ...head.split(" ")]) ?? null;
}

function isJoined(a: Name, b: Name, words: Heard["words"]): boolean {
  return a.to === b.from && words[a.to - 1]?.mark === "";
}

function thingOf(group: readonly Name[], { tokens, words }: Heard, { lexicon }: Reading): NamedThing {
  const last = group.at(-1) as Name;
  const head = isEmpty(last.id, lexicon) && group.length > 1 ? (group.at(-2) as Name) : last;
  // "Three hundred bucks of meat, deer meat": the same named twice is named once.
  const first = group.find(({ id }, at) => id !== group[at + 1]?.id) as Name;
  const from = withModifiers(first.from, tokens, words);
  const rest = group.slice(0, group.indexOf(head));
  // A brand or a style before a name tells its kind; any other thing there is what it belongs to: a dishwasher tub.
  const belongs = (name: Name) =>
    name.sort !== "unknown" &&
    // "Electric tank" is no tank of the electrical system.
    tokens[name.from]?.text !== "electric" &&
    head.sort !== "loss" &&
    !lexicon.concept("things", name.id)?.fields.has("brands") &&
    name.id !== head.id;
  const wholes = rest.filter(belongs).map(({ id }) => id);
  const full =
    head.sort === "vague" && wholes.length > 0 ? fullName(wholes.at(-1) ?? "", head.id, lexicon) : null;
  const name = lexicon.describes(tokens.slice(head.from, head.to).map(({ stem }) => stem))
    ? lexicon.concept("things", head.id)?.name
    : undefined;
  const spoken = words
    .slice(from, withoutSymptom(head.from, last.to, tokens, lexicon))
    .map(({ shown }) => shown)
    .join(" ")
    .replace(/['’]s?$/, "");
  const said = name ?? spoken;
  const end = withoutSymptom(head.from, head.to, tokens, lexicon);
  const isOption =
    isBought(first.from, head.to, tokens) ||
    (head !== last && lexicon.concept("things", last.id)?.name === "add on");
  return {
    said,
    terms: [...rest.filter((name) => !belongs(name)).map(({ id }) => id), full ?? head.id],
    wholes,
    plural:
      name === undefined &&
      /[^su]s$/.test(tokens[end - 1]?.text ?? "") &&
      !/['’]s$/.test(tokens[end - 1]?.text ?? "") &&
      !/^(?:gas|hvac)$/.test(tokens[end - 1]?.text ?? ""),
    from,
    to: last.to,
    isPlace: !isStay(head.id, lexicon) && (isPlaced(from, last.to, tokens) || isOption),
    isOption,
    sort: head.sort === "vague" && wholes.length > 0 ? "part" : head.sort,
  };
}

/** "The pipe leaked": what is wrong with it does not belong to its name. */
function withoutSymptom(
  from: number,
  to: number,
  tokens: Heard["tokens"],
  lexicon: Reading["lexicon"],
): number {
  const isSymptom = lexicon.books.symptoms.get([tokens[to - 1]?.stem ?? ""]) !== undefined;
  return to - from > 1 && isSymptom ? to - 1 : to;
}

/** "Put us up in a hotel": a stay is asked for, not a place told. */
function isStay(id: string, lexicon: Reading["lexicon"]): boolean {
  return lexicon.concept("things", id)?.fields.has("stay") ?? false;
}

/** "The pool package", "the laundry add-on thing": what was bought is named by what it is for. */
function isBought(from: number, to: number, tokens: Heard["tokens"]): boolean {
  const after = textOf(tokens, to, to + 2);
  const led = textOf(tokens, Math.max(0, from - 5), from);
  if (
    /^(?:thing|deal)\b/.test(after) &&
    /\b(?:bought|buy|have|got|added|paid (?:\w+ )?for|pay for)(?: the| that| a)?$/.test(led)
  )
    return true;
  return /^(?:package|option|add[- ]?ons?|add ons?|rider|coverage|upgrade|bundle)\b/.test(after);
}

const PLACING =
  /\b(?:in|on|under|behind|near|by|at|inside|outside|above|below|beside|through|into|off|beneath|against|over|across|along|around|between|past|next to|close to)(?: (?:the|my|our|a|this|that|your))?$/;

function isPlaced(from: number, to: number, tokens: Heard["tokens"]): boolean {
  const led = textOf(tokens, Math.max(0, from - 3), from);
  if (/\b(?:every time|each time|whenever|when|while) (?:the|my|our)$/.test(led)) return true;
  // "It is the drawer kind".
  if (/^(?:kind|type|style|sort|version|model)$/.test(tokens[to]?.text ?? "")) return true;
  // "The AC guy says …".
  if (/^(?:guy|guys|man|men|people|lady|technician|tech|company|repairman)$/.test(tokens[to]?.text ?? ""))
    return true;
  return PLACING.test(led) && !/\b(?:built|plug|walk|drop|plugged) in$/.test(led);
}

/** Words before a name that narrow it: "portable", "wood shake"; two at most. */
function withModifiers(from: number, tokens: Heard["tokens"], words: Heard["words"]): number {
  let at = from;
  while (at > 0 && from - at < 2) {
    const token = tokens[at - 1];
    if (
      !token ||
      words[at - 1]?.mark !== "" ||
      isFunctionWord(token.stem) ||
      NO_MODIFIER.test(token.text) ||
      /(?:ed|ing|ly)$/.test(token.text)
    )
      break;
    const determiner = tokens[at - 2]?.text ?? "";
    if (!/^(?:the|my|our|a|an|your|its|is|are|portable|old)$/.test(determiner)) break;
    at -= 1;
  }
  return at;
}

/** "The pump of the dishwasher", "the ice maker in my fridge". */
function isOwned(part: NamedThing, whole: NamedThing, { tokens }: Heard, { lexicon }: Reading): boolean {
  const between = tokens
    .slice(part.to, whole.from)
    .map(({ text }) => text)
    .join(" ");
  if (!/^(?:of|in|on|inside|for|from|to)(?: (?:the|my|our|your|this|that))?(?: \w+)?$/.test(between))
    return false;
  if (part.sort === "part" || part.sort === "vague") return true;
  if (/^of\b/.test(between)) return true;
  const head = part.terms.at(-1) ?? "";
  const owner = whole.terms.at(-1) ?? "";
  const concept = lexicon.concept("things", head);
  return concept?.partOf.has(owner) || (concept?.fields.has("anywhere") ?? false);
}

/** "The dishwasher its pump", "my oven the little board": what follows at once is its part. */
function isPossessed(
  at: number,
  whole: NamedThing,
  part: NamedThing,
  { tokens }: Pick<Heard, "tokens">,
  { lexicon }: Reading,
): boolean {
  const between = textOf(tokens, at, part.from);
  if (between !== "" && !/^(?:the|its|the little|that|and the|is)$/.test(between)) return false;
  const owner = whole.terms.at(-1) ?? "";
  const concept = lexicon.concept("things", part.terms.at(-1) ?? "");
  const isNamedAlone = part.sort === "vague" && whole.sort === "thing" && /^(?:the|its)$/.test(between);
  return concept?.partOf.has(owner) || (isNamedAlone && !concept?.fields.has("empty"));
}
