import { isFunctionWord } from "../language/function-words.ts";
import type { Concept } from "../language/lexicon.ts";
import { stemsOf } from "../language/tokens.ts";
import type { Heard, Reading } from "./heard.ts";
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

interface Name {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly sort: NamedThing["sort"];
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
    if (last && isPart) things[things.length - 1] = partOf(last, thing, reading);
    else if (last && isPossessed(last, thing, { tokens, words }, reading))
      things[things.length - 1] = {
        ...thing,
        wholes: [...thing.wholes, ...last.terms.slice(-1)],
        from: last.from,
      };
    else things.push(thing);
  }
  return things;
}

/** A vague name of what belongs to something that was named: the tank, of the septic system. */
export function belongingTo(vague: NamedThing, whole: NamedThing, reading: Reading): NamedThing {
  const { said, from, to } = vague;
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

function namesIn({ tokens, words }: Heard, { lexicon, heads, plans }: Reading): Name[] {
  const stems = tokens.map(({ stem }) => stem);
  const names: Name[] = [];
  for (let at = 0; at < stems.length; ) {
    const found = lexicon.books.things.longestAt(stems, at);
    const stem = stems[at] ?? "";
    if (found && crossesNoStop(words, at, at + found.length)) {
      const sort = lexicon.concept("things", found.value)?.sort ?? "thing";
      names.push({ id: found.value, from: at, to: at + found.length, sort });
      at += found.length;
      continue;
    }
    const isCompound = names.at(-1)?.to === at && at > 0 && words[at - 1]?.mark === "";
    // "The cleaning of my ducts" is work that a contract may name.
    const isWork = /^of (?:the|my|our|your)$/.test(textOf(tokens, at + 1, at + 3));
    const isNoun =
      !(isCompound || isWork ? /ed$/ : /(?:ed|ing)$/).test(tokens[at]?.text ?? "") &&
      heads.has(stem) &&
      !isFunctionWord(stem) &&
      (!NO_THING.has(stem) || /^housing/.test(tokens[at]?.text ?? "")) &&
      (isCompound || /^(?:the|my|our|a|an|these|those)$/.test(before(tokens, at)) || isDescribed(tokens, at));
    if (
      isNoun &&
      !lexicon.books.symptoms.get([stem]) &&
      !lexicon.books.dealings.get([stem]) &&
      !lexicon.books.causes.get([stem])
    )
      names.push({ id: stem, from: at, to: at + 1, sort: "unknown" });
    at += 1;
  }
  return names.filter(
    (name) =>
      // "There is no heat", "no display": what is missing is a sign, not what is asked about.
      before(tokens, name.from) !== "no" &&
      !isVerb(name, tokens) &&
      !isPast(name, tokens, lexicon) &&
      !isOfPlan(name, tokens, plans),
  );
}

/** "Whoever wired it": a past form is a deed, unless the trade has just that word as a name. */
function isPast({ id, from, to, sort }: Name, tokens: Heard["tokens"], lexicon: Reading["lexicon"]): boolean {
  const word = tokens[from]?.text ?? "";
  if (sort === "unknown" || !/[^e]ed$/.test(word)) return false;
  const concept = lexicon.concept("things", id);
  const said = textOf(tokens, from, to);
  return concept !== undefined && concept.name !== said && !concept.names.has(said);
}

/** "With Select Plus", "the laundry add-on": a plan or what was bought is no thing that fails. */
function isOfPlan({ from, to }: Name, tokens: Heard["tokens"], plans: readonly string[]): boolean {
  const said = tokens
    .slice(Math.max(0, from - 2), to + 2)
    .map(({ text }) => text)
    .join(" ");
  const own = tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
  return plans.some((plan) => {
    const name = plan.toLowerCase();
    return (
      ` ${name} `.includes(` ${own} `) && ` ${said} `.includes(` ${name} `) && isPlanWord(own, name, said)
    );
  });
}

/** One word of a plan's name is the plan only where the whole name stands, or "plan" behind it. */
function isPlanWord(own: string, name: string, said: string): boolean {
  return name.includes(" ") || / (?:plan|cover|coverage|tier|package)\b/.test(said.slice(said.indexOf(own)));
}

/** "My warming drawer": one word that nobody knows stands between. */
function isDescribed(tokens: Heard["tokens"], at: number): boolean {
  const between = tokens[at - 1];
  return (
    between !== undefined &&
    !isFunctionWord(between.stem) &&
    !NO_MODIFIER.test(between.text) &&
    /^(?:the|my|our|a|an)$/.test(before(tokens, at - 1))
  );
}

/** Words that libraries and callers use of everything. */
const NO_THING = new Set(
  stemsOf(
    "let put set cut hit run found cover electric leaves goes keeps makes takes gets comes runs stays turns smells sounds looks tells shows says itself themselves even again too now back still already mean change guy claim plan contract home house garage kitchen basement attic bathroom bedroom hall yard room building agreement term day week month year time way bit number people man woman wife husband company service fee charge cost price amount limit coverage work job problem failure damage visit date inspection owner buyer seller tenant letter question call phone address name card policy warranty use care money bill invoice paper thing stuff lot couple whole rest side back front top bottom end city state county law court check cash refund rule reason fault tech kind type model brand color age person kid dog cat",
  ),
);

function textOf(tokens: Heard["tokens"], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
}

function before(tokens: Heard["tokens"], at: number): string {
  return tokens[at - 1]?.text ?? "";
}

function crossesNoStop(words: Heard["words"], from: number, to: number): boolean {
  return words.slice(from, to - 1).every(({ mark }) => mark === "");
}

/** "Do they heat it", "will you light it": a single word behind "to", "you" or "they" is a verb. */
function isVerb({ from, to, sort }: Name, tokens: Heard["tokens"]): boolean {
  if (to - from > 1) return false;
  const led = before(tokens, from);
  const word = tokens[from]?.text ?? "";
  // "It will not latch", "does not drain".
  if (led === "not" && /^(?:do|does|did|will|would|can|could|to)$/.test(before(tokens, from - 1)))
    return true;
  if (
    VERBS.has(word) &&
    /^(?:it|that|this|them|those|for|to)$/.test(tokens[from + 1]?.text ?? "") &&
    !/^(?:the|my|our|a|an)$/.test(led)
  )
    return true;
  if (/ing$/.test(word) && /^(?:stopped|quit|quits|not|is|are|keeps?|was|were|started|stop|for)$/.test(led))
    return true;
  if (
    /^(?:to|you|they|we|i|he|she|can|will|would|could|should|not|it|who)$/.test(led) &&
    (sort === "vague" || VERBS.has(word))
  )
    return true;
  if (
    VERBS.has(word) &&
    /^(?:the|my|out)$/.test(tokens[from + 1]?.text ?? "") &&
    /^(?:like|and|then|just|please|or)$/.test(led)
  )
    return true;
  // "The AC guy", "the thing that heats the water".
  if (/^(?:guy|guys|man|men|people|lady|technician|tech|company|repairman)$/.test(tokens[to]?.text ?? ""))
    return true;
  if (/^(?:that|which|who)$/.test(led) && /[^s]s$/.test(word) && VERBS.has(word.slice(0, -1))) return true;
  return word === "well" && !/^(?:the|my|our|a)$/.test(led);
}

const VERBS = new Set(
  "snake handle board spring belt burner heat cool light pump fan drain range cover lock key well pipe switch plug tile paint floor wall panel filter door window sink tap track can cable".split(
    " ",
  ),
);

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

const NO_MODIFIER =
  /^(?:is|are|was|be|been|being|were|felt|the|my|our|a|an|your|its|that|this|these|those|and|or|of|in|on|to|for|with|from|about|cover|covers|covered|fix|do|does|did|if|i|you|we|they|it|he|she|what|how|when|who|no|not|yes|so|but|because|then|now|just|also|got|get|have|has|had|says?|said|tell|told|wait|meant|mean|both|all|any|some|there|here|out|up|down|think|guess|know|like|well|okay|ok|right|please|think|stupid|darn|damn|old|new|big|little|same|whole)$/;

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
function isPossessed(whole: NamedThing, part: NamedThing, { tokens }: Heard, { lexicon }: Reading): boolean {
  const between = tokens
    .slice(whole.to, part.from)
    .map(({ text }) => text)
    .join(" ");
  if (between !== "" && !/^(?:the|its|the little|that|and the|is)$/.test(between)) return false;
  const owner = whole.terms.at(-1) ?? "";
  return lexicon.concept("things", part.terms.at(-1) ?? "")?.partOf.has(owner) ?? false;
}
