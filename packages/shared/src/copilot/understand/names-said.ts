import { isFunctionWord } from "../language/function-words.ts";
import { stemsOf } from "../language/tokens.ts";
import type { Heard, Reading } from "./heard.ts";
import type { NamedThing } from "./things.ts";

export interface Name {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly sort: NamedThing["sort"];
}

export function namesIn({ tokens, words }: Heard, { lexicon, heads, plans }: Reading): Name[] {
  const stems = tokens.map(({ stem }) => stem);
  const names: Name[] = [];
  for (let at = 0; at < stems.length; ) {
    const found = lexicon.books.things.longestAt(stems, at);
    const stem = stems[at] ?? "";
    // "It goes up like a foot": a measure is no footing.
    const isMeasure = /^(?:foot|feet)$/.test(tokens[at]?.text ?? "");
    if (found && !isMeasure && crossesNoStop(words, at, at + found.length)) {
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
      // A pair of glasses, which is no glass.
      tokens[at]?.text !== "glasses" &&
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
    "let put set cut hit run found cover electric leaves goes keeps makes takes gets comes runs stays turns smells sounds looks tells shows says itself themselves even again too now back still already mean change guy claim plan contract home house garage kitchen basement attic bathroom bedroom hall yard room building agreement term day week month year time way bit number people man woman wife husband company service fee charge cost price amount limit coverage work job problem failure damage visit date inspection owner buyer seller tenant letter question call phone address name card policy warranty use care money bill invoice paper thing stuff lot couple whole rest side back front top bottom end city state county law court check cash refund rule reason fault tech kind type model brand color age person kid dog cat old new big small little good bad gray",
  ),
);

export function textOf(tokens: Heard["tokens"], from: number, to: number): string {
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
  // "Is plumbing covered" names a group.
  const isAsked = /^(?:covered|included|part|in|on|under)$/.test(tokens[to]?.text ?? "");
  if (
    /ing$/.test(word) &&
    !isAsked &&
    /^(?:stopped|quit|quits|not|is|are|keeps?|was|were|started|stop|for)$/.test(led)
  )
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

export const NO_MODIFIER =
  /^(?:is|are|was|be|been|being|were|felt|the|my|our|a|an|your|its|that|this|these|those|and|or|of|in|on|to|for|with|from|about|cover|covers|covered|fix|do|does|did|if|i|you|we|they|it|he|she|what|how|when|who|no|not|yes|so|but|because|then|now|just|also|got|get|have|has|had|says?|said|tell|told|wait|meant|mean|both|all|any|some|there|here|out|up|down|think|guess|know|like|well|okay|ok|right|please|think|stupid|darn|damn|old|new|big|little|same|whole)$/;
