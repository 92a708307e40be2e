import type { Lexicon } from "../language/lexicon.ts";
import { amountsIn } from "./amounts.ts";
import { conditionOf, dutyOf } from "./conditions.ts";
import { entriesOf } from "./entries.ts";
import type { Entry } from "./entry.ts";
import { givenByPlan, isPlanList, plansExcepted, plansIn, splitBefore } from "./plans-said.ts";
import { readCell, wordsOf } from "./read-cell.ts";
import { type Stretch, stretchesOf } from "./senses.ts";
import type { Place, Sense, Statement } from "./statement.ts";
import { type Unit, unitsOf } from "./units.ts";

const WHOLE =
  /\b(?:all|any|the)\s+(?:mechanical |electrical |working |moving |internal )*(?:parts?(?: and components?)?|components?(?: and parts?)?)\b|\bthe entire (?:unit|system)\b|\ball (?:its |of its )?parts\b/i;
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
      isPlanList: isPlanList(sense, base),
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

/** "Pool add-on ($18 a month): pump, motor and filter": where the list of an option begins; null: nowhere. */
function listOfOption(text: string, { headings }: Place): number | null {
  const own = headings.at(-1);
  const led = /^[^:]{3,90}:\s+/.exec(text)?.[0];
  const isOf = own?.isOptional === true && text.toLowerCase().startsWith(own.title.toLowerCase());
  return isOf && led !== undefined && led.length < text.length ? led.length : null;
}

/** A sentence of its own says what it says, also behind a label: "LIMIT: $1,750. Disposal is not covered." */
function speaksForItself({ label, text }: Unit, isCapped: boolean): boolean {
  if (label === null) return true;
  return label === "limit" ? !isCapped : /^(?:we|the company|this (?:plan|agreement|contract))\b/i.test(text);
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
