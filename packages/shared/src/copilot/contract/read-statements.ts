import type { PolicyClause } from "../../domain/clause.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { mentionsOf } from "../language/terms.ts";
import { tokensOf } from "../language/tokens.ts";
import { amountsIn } from "./amounts.ts";
import { conditionOf, dutyOf } from "./conditions.ts";
import { type Entry, entriesOf } from "./entries.ts";
import type { Heading } from "./headings.ts";
import { type Stretch, stretchesOf } from "./senses.ts";
import type { Sense, Statement } from "./statement.ts";
import { type Unit, unitsOf } from "./units.ts";

interface Place {
  readonly clause: PolicyClause;
  /** The stretch of the clause's text that is read, and where it begins. */
  readonly text: string;
  readonly offset: number;
  readonly headings: readonly Heading[];
  readonly lexicon: Lexicon;
  /** Names of the library's plans. */
  readonly plans: readonly string[];
}

const WHOLE =
  /\b(?:all|any|the)\s+(?:mechanical |electrical |working |moving |internal )*(?:parts?(?: and components?)?|components?(?: and parts?)?)\b|\bthe entire (?:unit|system)\b|\ball (?:its |of its )?parts\b/i;
const LISTS_PLAN =
  /\b(?:includes?|included|comes with|you get|protects?)\b|\b(?:plan|cover|tier) (?:also )?covers\b/i;
const ALL_OF = /\b(?:everything|every|all)\b/i;

/** Everything that one clause says, sentence by sentence. */
export function readStatements(place: Place): Statement[] {
  // A heading in the line of its text, "REFRIGERATOR.", is no sentence.
  const units = unitsOf(place.text).filter(({ text }) => !/^[A-Z][A-Z0-9 &/,'’()-]{2,60}[.:]?$/.test(text));
  const { offset } = place;
  // "Pipes, valves and toilets. Not covered: …": what is named before the label is what is covered.
  const first = units.findIndex(({ label }) => label === "refuse");
  const isList = first > 0 && units.every(({ label }) => label !== "grant");
  const isNamed = (unit: Unit, at: number) =>
    isList &&
    at < first &&
    unit.label === null &&
    !unit.leadIn &&
    !isSentence(unit.text) &&
    stretchesOf(unit.text).length === 0;
  return units
    .map((unit, at) => (isNamed(unit, at) ? { ...unit, label: "grant" as const } : unit))
    .map((unit) => shifted(unit, offset))
    .flatMap((unit) => readUnit(unit, place));
}

function shifted(unit: Unit, by: number): Unit {
  const leadIn = unit.leadIn && shifted(unit.leadIn, by);
  return { ...unit, leadIn, start: unit.start + by, end: unit.end + by };
}

function readUnit(read: Unit, place: Place): Statement[] {
  // Behind "NOT COVERED: knobs." a whole sentence speaks for itself.
  const isOwn = (read.label === "grant" || read.label === "refuse") && isSentence(read.text) && !read.cell;
  const unit: Unit = isOwn ? { ...read, label: null } : read;
  if (unit.cell) return readCell(unit, unit.cell, place);
  const { text } = unit;
  const stretches = stretchesOf(text);
  const amounts = amountsIn(text, senseAround(unit, place) === "cap");
  const condition = conditionOf(text) ?? dutyOf(text);
  const isNamed = unit.label !== null || stretches.length > 0 || unit.isItem === true || unit.leadIn !== null;
  const bar = isNamed ? plansExcepted(text, place) : null;
  const cut = bar?.start ?? EXCEPT.exec(text)?.index;
  const plans = plansIn(cut === undefined ? text : text.slice(0, cut), unit, place);
  // A plan that only the exception names is the exception's: "except to wires on the Home Max level".
  const excepted = cut === undefined || bar ? [] : plansIn(text.slice(cut), { ...unit, leadIn: null }, place);
  const base = {
    clause: place.clause,
    unit,
    amounts,
    condition: bar === null ? condition : null,
    plans,
    isWhole: WHOLE.test(text),
    ...wordsOf(unit, place.lexicon),
  };
  const make = (sense: Sense, [from, to]: readonly [number, number], only?: readonly string[]): Statement => {
    const entries =
      sense === "cap" ? cappedIn(text, place.lexicon) : entriesOf(text, [from, to], place.lexicon);
    return {
      ...base,
      ...(only === undefined ? {} : { plans: only, condition: null }),
      ...(only === undefined && excepted.length > 0 && from >= (cut ?? text.length)
        ? { plans: excepted }
        : {}),
      sense,
      entries: isLedByCause(unit) ? entries.map(asCause) : entries,
      isPlanList: isPlanList(sense, base, place),
    };
  };
  const capped = amounts.some(({ isCap }) => isCap);
  const around = unit.label === null && (unit.isItem || unit.leadIn) ? senseAround(unit, place) : null;
  const turned = around === "refuse" || around === "grant" ? EXCEPT.exec(text) : null;
  // "Hotels, except that we pay for one night": what stands before the exception is what the list says.
  const isTurned =
    turned !== null && turned.index > 0 && (stretches[0]?.start ?? text.length) >= turned.index;
  const own = speaksForItself(unit, capped) && !isTurned ? stretches : [];
  const made = own.length > 0 ? own.map((one) => make(senseOf(one), bounds(one, text))) : [];
  const option = made.length === 0 ? listOfOption(text, place) : null;
  if (option !== null) made.push(make("grant", [option, text.length]));
  const named = made.length === 0 && !capped ? givenByPlan(text, place) : null;
  if (named !== null) made.push(make("grant", [named, text.length]));
  if (bar !== null && made.length <= 1) {
    const sense = made[0]?.sense ?? (isTurned ? (around ?? "rule") : senseAround(unit, place));
    if (sense === "refuse") {
      const from = own[0] ? bounds(own[0], text)[0] : 0;
      const before = bar.isBehind ? splitBefore(text, bar.start) : bar.start;
      const others = place.plans.filter((plan) => !bar.plans.includes(plan));
      const rest: [number, number] = bar.isBehind ? [before, bar.start] : [bar.end, text.length];
      const back = bar.isBehind
        ? /^\s*(?:which (?:includes|covers|has|adds)|we (?:pay|cover|repair|replace|do))\b/i.exec(
            text.slice(bar.end),
          )
        : null;
      const given = back ? make("grant", rest, bar.plans) : null;
      return [
        make("refuse", [from, before]),
        // What a plan gets back on a condition, or up to an amount, is left out for all first.
        back ? make("refuse", rest) : make("refuse", rest, others),
        ...(given ? [{ ...given, condition: conditionOf(text.slice(bar.end)) }] : []),
      ].filter(({ entries }) => entries.length > 0);
    }
  }
  const except = isTurned
    ? turned
    : unit.label === "grant" || unit.label === "refuse"
      ? EXCEPT.exec(text)
      : null;
  if (except && made.length === 0 && except.index > 0) {
    const isGrant = isTurned ? around === "grant" : unit.label === "grant";
    made.push(
      make(isGrant ? "grant" : "refuse", [0, except.index]),
      make(isGrant ? "refuse" : "grant", [except.index + except[0].length, text.length]),
    );
  }
  if (made.length === 0) {
    const around = senseAround(unit, place);
    made.push(make(capped && around !== "refuse" ? "cap" : around, [0, text.length]));
  } else if (capped && !made.some(({ sense }) => sense === "cap")) made.push(make("cap", [0, text.length]));
  return made;
}

/** "Oak protects your systems": where what a plan gives begins, by its name; null where no plan does. */
function givenByPlan(text: string, { plans }: Place): number | null {
  const plan = plans.toSorted((a, b) => b.length - a.length).find((one) => text.startsWith(one));
  if (plan === undefined) return null;
  const verb =
    /^(?: (?:plan|cover|coverage))?\s+(?:also\s+)?(?:protects?|covers?|includes?|adds?|gives? you|comes with|looks? after|is for)\s+/i.exec(
      text.slice(plan.length),
    );
  return verb ? plan.length + verb[0].length : null;
}

/** "Pool add-on ($18 a month): pump, motor and filter": where the list of an option begins; null: nowhere. */
function listOfOption(text: string, { headings }: Place): number | null {
  const own = headings.at(-1);
  const led = /^[^:]{3,90}:\s+/.exec(text)?.[0];
  const isOf = own?.isOptional === true && text.toLowerCase().startsWith(own.title.toLowerCase());
  return isOf && led !== undefined && led.length < text.length ? led.length : null;
}

/** "And, unless the plan is Select Plus, sediment"; "ice makers, except with Select Plus": what holds for the other plans only. */
function plansExcepted(text: string, { plans }: Place) {
  const found =
    /,?\s*\b(?:unless|except)\b(?: (?:for|with|under|in|on|if|when|where|that|customers|homes|you|have|bought|chose|your|the|plan|is|a|an))*\s+/i.exec(
      text,
    );
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length);
  const named = plans
    .toSorted((a, b) => b.length - a.length)
    .find((plan) => rest.toLowerCase().startsWith(plan.toLowerCase()));
  if (named === undefined) return null;
  const behind = rest.slice(named.length);
  const tail = /^(?: (?:plan|coverage|cover|customers|contracts?))?\s*([,;.]|$)\s*/i.exec(behind);
  const end = text.length - behind.length + (tail?.[0].length ?? 0);
  const goesOn = tail?.[1] === "," && !/^\s*(?:which|where|that|who)\b/i.test(text.slice(end));
  return { start: found.index, end, plans: [named], isBehind: !goesOn };
}

/** Where the last part of a list before an offset begins: after its last comma that is no "and". */
function splitBefore(text: string, to: number): number {
  const cut = [...text.slice(0, to).matchAll(/;|,\s+(?:and|or)\s|,/g)].at(-1);
  return cut === undefined ? 0 : cut.index + cut[0].length;
}

/** A sentence of its own says what it says, also behind a label: "LIMIT: $1,750. Disposal is not covered." */
function speaksForItself({ label, text }: Unit, isCapped: boolean): boolean {
  if (label === null) return true;
  return label === "limit" ? !isCapped : /^(?:we|the company|this (?:plan|agreement|contract))\b/i.test(text);
}

function wordsOf(unit: Unit, lexicon: Lexicon): Pick<Statement, "stems" | "dealings"> {
  const tokens = tokensOf(unit.leadIn ? `${unit.leadIn.text} ${unit.text}` : unit.text);
  const dealings = mentionsOf(tokens, "dealings", lexicon).map(({ id }) => id);
  return { stems: new Set(tokens.map(({ stem }) => stem)), dealings: new Set(dealings) };
}

/** "Breakdowns caused by:", and then a list: what stands in it are causes. */
function isLedByCause({ leadIn }: Unit): boolean {
  return (
    leadIn !== null &&
    /\b(?:caused by|resulting from|result of|due to|because of|arising from|from)\s*:\s*$/i.test(leadIn.text)
  );
}

function asCause(entry: Entry): Entry {
  return {
    ...entry,
    isCause: true,
    causes: entry.causes.length > 0 ? entry.causes : entry.terms.map(({ id }) => id),
  };
}

const AROUND_AMOUNT =
  /[$£€]\s?[\d,.]+|\b(?:for|toward|towards|under|on|of|to|is|are|be|each|per|we|pays?|up|limited|limit|maximum|aggregate|most|any one|one|every|access|diagnosis|:)\b|:/gi;

/** What a cap is of: the names on either side of the amount. */
function cappedIn(text: string, lexicon: Lexicon): Entry[] {
  const entries: Entry[] = [];
  let from = 0;
  for (const cut of [...text.matchAll(AROUND_AMOUNT), { index: text.length, 0: "" }]) {
    if (cut.index > from) entries.push(...entriesOf(text, [from, cut.index], lexicon));
    from = cut.index + cut[0].length;
  }
  return entries.filter(({ terms }) => terms.length > 0);
}

const EXCEPT =
  /,?\s*\b(?:except(?:ing)?(?: for)?|excluding|but not(?! limited)|other than|with the exception of)\b/i;

/** A row of a comparison: for the plan of its column, what the cell says of what the row names. */
function readCell(unit: Unit, cell: NonNullable<Unit["cell"]>, place: Place): Statement[] {
  const plan = cell.isSense ? null : planNamed(cell.column, place.plans);
  // Where a column lists things, they are its cell's; a limit is of what the row begins with.
  const named = cell.isSense && unit.label !== "limit" ? cell.value : cell.row;
  const from = unit.text.indexOf(named);
  const entries = entriesOf(unit.text, [from, from + named.length], place.lexicon);
  const amounts = amountsIn(cell.value, true);
  const base = {
    clause: place.clause,
    unit,
    ...wordsOf(unit, place.lexicon),
    entries,
    amounts,
    condition: null,
    isWhole: false,
    isPlanList: plan !== null,
  };
  const plans = plan === null ? [] : [plan];
  // "Plan price", "Service visit fee": what the customer pays is no limit of what the company pays.
  const isOfMoney = /\b(?:price|premium|fees?|deductible|costs?|charges?|excess)\b/i.test(cell.row);
  const isNoThing = !entries.some(({ terms }) => terms.some(({ known }) => known)) && plan !== null;
  if ((isOfMoney && amounts.length > 0) || (isNoThing && unit.label === "limit"))
    return [{ ...base, sense: "rule", plans, amounts: amountsIn(cell.value, false), isPlanList: false }];
  const isOption = /\b(?:optional|add-?on|extra|\+\s*\$)/i.test(cell.value);
  if (isOption) return [{ ...base, sense: "rule", plans, amounts: [], isPlanList: false, isOption: true }];
  if (unit.label === "refuse") return [{ ...base, sense: "refuse", plans }];
  if (unit.label === "grant") return [{ ...base, sense: "grant", plans }];
  if (unit.label !== "limit") return [];
  const capped: Statement = { ...base, sense: "cap", plans };
  return plan === null ? [capped] : [{ ...base, sense: "grant", plans }, capped];
}

function senseOf({ polarity }: Stretch): Sense {
  return polarity === "grant" ? "grant" : "refuse";
}

function bounds({ start, end }: Stretch, text: string): [number, number] {
  return [start, Math.min(end, text.length)];
}

const FINITE = /\b(?:is|are|was|will|may|must|can|do|does|has|have)\b/i;

/** "Pipes that have burst" is a name; "we may offer cash" says something by itself. */
function isSentence(text: string): boolean {
  const main = text
    .replace(/(?<=[a-z] )(?:you|we) (?:can|have|own|use|need|do not|don['’]t|never)\b[^,;]*/gi, "")
    .replace(/\b(?:that|which|who|because|if|when|where|unless|as long as|so long as)\b.*$/s, "");
  if (/\bthat\b[^,;]*\b(?:is|are|counts?)\s+(?:an?|not|covered|treated|as)\b/i.test(text)) return true;
  if (/^[A-Z][\w+]* (?:pays|covers|includes|protects|adds|gives)\b/.test(text)) return true;
  return /^(?:we|you|it|they|there)\b/i.test(main) || FINITE.test(main);
}

/** What stands around a sentence without a verb of its own: its label, what leads its list, its heading, its kind. */
function senseAround(unit: Unit, { clause, headings }: Place): Sense {
  if (unit.label !== null) return unit.label === "limit" ? "cap" : unit.label;
  const isOwnSentence = unit.isLater === true && isSentence(unit.text);
  if (unit.leadIn && !isOwnSentence) {
    const led = stretchesOf(unit.leadIn.text).at(-1);
    if (/\b(?:up to|limit|most we pay|these amounts)\b/i.test(unit.leadIn.text)) return "cap";
    if (led) return senseOf(led);
  }
  const above = headings.toReversed().find(({ sense }) => sense !== null)?.sense;
  if (
    above &&
    !isOwnSentence &&
    (unit.leadIn !== null || (unit.isItem === true ? !isSentence(unit.text) : !FINITE.test(unit.text)))
  )
    return above;
  if (isOwnSentence) return "rule";
  if (clause.kind === "exclusion" && unit.leadIn) return "refuse";
  if (clause.kind === "coverage" && unit.leadIn) return "grant";
  return "rule";
}

function plansIn(text: string, unit: Unit, place: Place): readonly string[] {
  const said = unit.leadIn ? `${unit.leadIn.text} ${text}` : text;
  const named = plansNamed(said, place.plans);
  if (named.length < 2 || !LISTS_PLAN.test(said)) return named;
  // "The Complete plan includes everything in Basic and …" is the list of the plan that it begins with.
  const [first] = named.toSorted((a, b) => said.indexOf(a) - said.indexOf(b));
  return first === undefined || said.indexOf(first) > 60 ? named : [first];
}

/** The plans that a text names, in the library's order; "Select Plus" does not name "Select". */
function plansNamed(text: string, plans: readonly string[]): string[] {
  let rest = text;
  const found = new Set<string>();
  for (const plan of plans.toSorted((a, b) => b.length - a.length)) {
    if (!planPattern(plan).test(rest)) continue;
    found.add(plan);
    rest = rest.replaceAll(plan, "…");
  }
  return plans.filter((plan) => found.has(plan));
}

const patterns = new Map<string, RegExp>();

/** A plan's name as a name: "the Basic plan", "Basic:", "under Complete". */
function planPattern(plan: string): RegExp {
  const known = patterns.get(plan);
  if (known) return known;
  const name = plan.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(
    `(?:^|[^\\p{L}])${name}(?:\\s+(?:plan|cover|tier|package)|\\s*:|[^\\p{L}]|$)`,
    "u",
  );
  if (patterns.size > 500) patterns.clear();
  patterns.set(plan, pattern);
  return pattern;
}

function planNamed(column: string, plans: readonly string[]): string | null {
  const exact = plans.find((plan) => plan.toLowerCase() === column.toLowerCase().replace(/\s+plan$/, ""));
  return exact ?? null;
}

/** Whether a sentence lists what a plan holds: its subject is a plan, or its document is for some plans only. */
function isPlanList(
  sense: Sense,
  { clause, plans, unit }: Pick<Statement, "clause" | "plans" | "unit">,
  _place: Place,
): boolean {
  if (sense !== "grant" && sense !== "refuse") return false;
  const said = unit.leadIn?.text ?? unit.text;
  const subject = said.slice(0, 60);
  const isPlans =
    plans.some((plan) => planPattern(plan).test(subject)) || /\bany plan\b|\bin every plan\b/i.test(subject);
  return (
    LISTS_PLAN.test(said) && (isPlans || (clause.plans !== null && /\bplan\b|^(?:it|this)\b/i.test(subject)))
  );
}

/** "Every system that …", "everything in Basic and …". */
export function includesAll({ unit, sense }: Statement): boolean {
  return sense === "grant" && ALL_OF.test(unit.text) && planItBuildsOn(unit.text) === null;
}

const BUILDS_ON =
  /\b(?:everything|all (?:of )?(?:the )?(?:items|coverage|benefits)?|every item)\s*(?:that is |that['’]s )?(?:in|of|from|under|included in)\s+(?:the\s+)?((?:Plan\s+\w+|[A-Z][\w+]*(?:\s+[A-Z][\w+]*){0,2}))/;

/** "Plan B includes everything in Plan A": the plan that it goes on from, as it is written; null: none. */
export function planItBuildsOn(text: string): string | null {
  return BUILDS_ON.exec(text)?.[1]?.replace(/\s+plan$/i, "") ?? null;
}
