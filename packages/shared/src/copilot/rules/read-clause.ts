import type { PolicyHit } from "../../domain/clause.ts";
import { type Cap, capsOf } from "./caps.ts";
import { causesIn } from "./causes.ts";
import { type Condition, conditionOf } from "./conditions.ts";
import { type Element, elementsOf } from "./elements.ts";
import { optionOf } from "./options.ts";
import { type Polarity, stretchesOf } from "./polarity.ts";
import { type Unit, unitsOf } from "./units.ts";
import { type Term, termsOf, type Vocabulary } from "./vocabulary.ts";
import { type Wait, waitsOf } from "./waits.ts";
import { wordsOf } from "./words.ts";

/** What one sentence or list item grants or excludes. */
export interface Statement {
  readonly unit: Unit;
  readonly polarity: Polarity;
  readonly elements: readonly Element[];
  readonly condition: Condition | null;
}

/** A clause as the rules understand it. */
export interface Reading {
  readonly hit: PolicyHit;
  /** 4 a state's amendment, 3 a plan's schedule, 2 a contract type's terms, 1 an item's section, 0 general terms. */
  readonly level: number;
  readonly units: readonly Unit[];
  /** The meanings of each unit, in the same order. */
  readonly unitIds: readonly ReadonlySet<string>[];
  /** What its section is about; empty for general terms. */
  readonly topic: readonly Element[];
  /** It stands among what is left out whatever the item is, or its heading names a cause. */
  readonly general: boolean;
  /** Sections about the same have the same key; "" for general terms. */
  readonly topicKey: string;
  readonly statements: readonly Statement[];
  readonly caps: readonly Cap[];
  readonly waits: readonly Wait[];
  /** The option that must have been bought for it, if any. */
  readonly option: string | null;
  /** Every meaning and stem in its section and text. */
  readonly ids: ReadonlySet<string>;
}

const FUNCTIONAL =
  /\b(?:general|common|specific|exclusions?|limits?|limitations?|conditions?|coverage|covered|cover|not|what|we|do|does|is|are|this|your|the|plan|agreement|contract|terms?|provisions?|part|article|section|appendix|schedule|items?|extras?|options?|optional|add-?ons?|included|includes?|excluded|maximums?|caps?|amounts?|details|systems?|appliances?|and|or|of|for|other|additional|services?|requests?|amendment|notice|known|unknown|hidden|defects?|faults?|pre-?existing|failures?|breakdowns?|when|how|who|begins?|starts?|ends?|claims?|visits?|cancellation|renewals?|changes?|waiting|periods?|[a-z]|[ivx]+|[\d.]+)\b|[^a-z\s]/gi;

/** Clauses of these kinds rule on a matter; their headings name no item with a section of its own. */
const NO_ITEM: ReadonlySet<PolicyHit["kind"]> = new Set(["procedure", "condition", "fee"]);

/** Reads one clause. `mixed`: some hits hold for all contract types and some only for a few. */
export function readClause(hit: PolicyHit, vocabulary: Vocabulary, mixed: boolean): Reading {
  const topicText = topicOf(hit);
  const topicTerms = termsOf(topicText, vocabulary);
  const topic = elementsOf(topicText, { start: 0, end: topicText.length }, topicTerms);
  const units = unitsOf(hit.text).map((unit) => ({ unit, terms: termsOf(unit.text, vocabulary) }));
  const meanings = [...topicTerms, ...units.flatMap(({ terms }) => terms)].flatMap((term) => term?.ids ?? []);
  const stems = wordsOf(`${topicText}\n${hit.text}`).map((word) => word.stem);
  return {
    hit,
    level: levelOf(hit, topic.length > 0 && !standsForAll(hit, topicText), mixed),
    units: units.map(({ unit }) => unit),
    unitIds: units.map(({ terms }) => new Set(terms.flatMap((term) => term?.ids ?? []))),
    topic,
    general: topic.length === 0 || NO_ITEM.has(hit.kind) || standsForAll(hit, topicText),
    topicKey: topicText.toLowerCase(),
    statements: units.flatMap(({ unit, terms }) => statementsOf(unit, hit, terms)),
    caps: units.flatMap(({ unit, terms }) => capsOf(unit, hit, terms)),
    waits: units.flatMap(({ unit }) => waitsOf(unit)),
    option: optionOf(hit),
    ids: new Set([...meanings, ...stems]),
  };
}

/** The last heading that names a thing. Headings of state and plan documents name the document, not a thing. */
function topicOf(hit: PolicyHit): string {
  if (hit.states !== null) return "";
  for (const heading of hit.section.split(/\s*[›>]\s*/).reverse()) {
    const rest = heading
      .replace(/\b(heating|cooling)\b(?! (?:system|equipment|unit))/gi, "$1 system")
      .replace(/^[\d.]+\s*/, "");
    const thing = rest.replace(FUNCTIONAL, " ").trim();
    const planName = (hit.plans ?? []).some((plan) => rest.toLowerCase().includes(plan.toLowerCase()));
    if (thing !== "" && !planName) return rest;
  }
  return "";
}

function standsForAll(hit: PolicyHit, topicText: string): boolean {
  const above = hit.section.split(/\s*[›>]\s*/).slice(0, -1);
  if (causesIn(topicText).size > 0 && hit.kind !== "coverage") return true;
  return above.some(
    (heading) =>
      /\b(?:exclusions?|exclude[sd]?|not cover(?:ed)?|general (?:terms|conditions))\b/i.test(heading) &&
      !namesThing(heading),
  );
}

const namesThing = (heading: string) => heading.replace(FUNCTIONAL, " ").trim() !== "";

function levelOf(hit: PolicyHit, hasTopic: boolean, mixed: boolean): number {
  if (hit.states !== null) return 4;
  if (hit.plans !== null) return 3;
  if (mixed && hit.contractTypes !== null) return 2;
  return hasTopic ? 1 : 0;
}

function statementsOf(unit: Unit, hit: PolicyHit, terms: readonly (Term | null)[]): Statement[] {
  const condition = conditionOf(unit.text);
  const inside = (at: number) => condition !== null && at >= condition.start && at < condition.end;
  const spans = stretchesOf(unit.text).filter((stretch) => !inside(stretch.start) || stretch.start === 0);
  const usable = spans.length > 0 ? spans : priorSpan(unit, hit);
  return usable.map((span) => {
    const end =
      condition !== null && condition.start > span.start ? Math.min(span.end, condition.start) : span.end;
    const start =
      condition !== null && condition.start <= span.start
        ? Math.min(span.end, Math.max(span.start, condition.end))
        : span.start;
    return {
      unit,
      polarity: span.polarity,
      condition,
      elements: elementsOf(unit.text, { start, end }, terms),
    };
  });
}

/** A sentence without a deciding word takes its sense from what introduces it, then from its clause's kind. */
function priorSpan(unit: Unit, hit: PolicyHit): { polarity: Polarity; start: number; end: number }[] {
  const whole = { start: 0, end: unit.text.length };
  const lead = unit.leadIn === null ? undefined : stretchesOf(`${unit.leadIn.text} it`).at(-1);
  if (lead !== undefined) return [{ polarity: lead.polarity, ...whole }];
  if (hit.kind === "exclusion") return [{ polarity: "exclusion", ...whole }];
  return hit.kind === "coverage" ? [{ polarity: "grant", ...whole }] : [];
}

/** The clause's own heading as words: "4.2 Garage door opener: what is not covered" → "garage door opener". */
export function headingOf(reading: Reading): string {
  const leaf = reading.hit.section.split(/\s*[›>]\s*/).at(-1) ?? "";
  const [thing = ""] = leaf.replace(/^[A-Z]?[\d.]+\s*/, "").split(":");
  return thing.replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase()).trim();
}
