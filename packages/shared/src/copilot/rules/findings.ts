import { causesIn } from "./causes.ts";
import type { Element } from "./elements.ts";
import { type Fit, fitOf, NO_THING, topicFit } from "./fit.ts";
import { isBenign } from "./function-words.ts";
import type { Reading, Statement } from "./read-clause.ts";
import type { Subject } from "./subject.ts";
import type { Unit } from "./units.ts";
import { holds } from "./vocabulary.ts";

/** A sentence that bears on the question, and how. */
export interface Finding {
  readonly reading: Reading;
  readonly statement: Statement;
  readonly unit: Unit;
  /** What it names of the question; null where only its section is about it. */
  readonly element: Element | null;
  readonly fit: Fit;
  readonly topic: "own" | "general" | "foreign";
  /** The cause that it names and the caller's words name, too. */
  readonly cause: string | null;
  /** Its own words were said, too: "hotel nights" to a caller who asks for a hotel. */
  readonly named: boolean;
}

/** Everything in the clauses that bears on one question of coverage. */
export interface Findings {
  /** The nearest first. */
  readonly grants: readonly Finding[];
  /** Exclusions of what is asked, and of a cause that the caller's words name. */
  readonly exclusions: readonly Finding[];
  /** Exclusions in the item's own section that the words leave open. */
  readonly open: readonly Finding[];
  /** Sentences that grant in spite of a cause that was named. */
  readonly relief: readonly Finding[];
}

const NEAR_SHARE = 0.5;
const NEAR: Readonly<Record<Fit, number>> = { exact: 4, whole: 2.5, told: 2, open: 0, none: 0 };

/** How near a finding is to the question: what it names, and whether its section is about it. */
export function nearness(one: Finding): number {
  const cause = one.cause === null ? 0 : one.named ? 5.3 : 5;
  const named = one.element === null ? 1 : NEAR[one.fit] + 0.2 * Math.min(3, one.element.name.length);
  const topic = one.topic === "own" ? 0.6 : one.topic === "general" ? 0.2 : 0;
  const option = one.reading.option !== null && one.topic !== "own" ? -1.5 : 0;
  return Math.max(cause, named) + topic + option;
}

/** Sorts what the clauses say by how it bears on the question. */
export function findingsIn(readings: readonly Reading[], subject: Subject): Findings {
  const all = relevant(readings, subject).flatMap((reading) => findingsOf(reading, subject));
  const named = (one: Finding) => one.cause !== null || (one.fit !== "none" && one.fit !== "open");
  const grants = all.filter((one) => one.statement.polarity === "grant");
  const exclusions = all.filter((one) => one.statement.polarity === "exclusion");
  const near = (list: readonly Finding[]) =>
    list.toSorted((a, b) => nearness(b) - nearness(a) || rankOf(b) - rankOf(a));
  return {
    grants: near(grants.filter((one) => one.cause === null && named(one))),
    exclusions: near(exclusions.filter((one) => named(one) && belongs(one, subject))),
    open: exclusions.filter((one) => one.topic === "own" && !named(one)),
    relief: near(grants.filter((one) => one.cause !== null && relievesAsked(one, subject))),
  };
}

const OF_CONTRACT = /\b(?:agreement|contract|plan|terms?|year|period|claims?|company|schedule|provider)\b/i;

/** "Burst pipes are covered if …" takes nothing back for a cabinet; "defects are covered if …" does for everything. */
function relievesAsked({ element, reading }: Finding, subject: Subject): boolean {
  const things = subject.asked.flat().filter((term) => !isBenign(term.ids[0] ?? ""));
  const named = [...(element?.name ?? []), ...(element?.narrowing ?? [])].filter(
    (term) =>
      term.ids.some((id) => id.startsWith("=") && !NO_THING.has(id)) &&
      !OF_CONTRACT.test(term.text) &&
      causesIn(term.text).size === 0,
  );
  return (
    subject.vague ||
    named.length === 0 ||
    things.length === 0 ||
    things.some((term) => holds(reading.ids, term))
  );
}

/** Where the question names nothing itself, only what retrieval found nearest can be meant. */
function relevant(readings: readonly Reading[], subject: Subject): readonly Reading[] {
  if (!subject.vague) return readings;
  const top = Math.max(0, ...readings.map((one) => one.hit.score));
  return readings.filter((one) => one.general || one.hit.score >= NEAR_SHARE * top);
}

/** Among grants as near, the item's own section speaks more plainly than a plan's list of items. */
function rankOf(one: Finding): number {
  const { level } = one.reading;
  return one.statement.polarity === "grant" && level === 3 && one.reading.hit.amends === undefined
    ? 0.5
    : level;
}

/** An exclusion in another item's section counts only if that clause speaks of everything that is asked. */
function belongs(one: Finding, subject: Subject): boolean {
  if (one.cause !== null || one.topic !== "foreign" || one.reading.level >= 3) return true;
  const things = subject.asked.flat().filter((term) => !isBenign(term.ids[0] ?? ""));
  const asked = new Set(subject.asked.flat().flatMap((term) => term.ids));
  const narrowed = (one.element?.name.slice(0, -1) ?? []).some((term) => !holds(asked, term));
  if (!narrowed && one.fit === "whole" && ownsAsked(one, subject)) return true;
  return (
    !narrowed &&
    one.fit === "exact" &&
    things.length > 0 &&
    things.every((term) => holds(one.reading.ids, term))
  );
}

/** The thing itself is left out by name, and what is asked is a part of it: a sprinkler's valve. */
function ownsAsked({ element }: Finding, subject: Subject): boolean {
  const head = element?.name.at(-1);
  const owners = subject.asked.slice(1).flat();
  return head !== undefined && owners.some((term) => term.ids.some((id) => head.ids.includes(id)));
}

function findingsOf(reading: Reading, subject: Subject): Finding[] {
  const topic = topicFit(reading, subject);
  return reading.statements.flatMap((statement) => {
    const place = { reading, subject, topic, statement };
    const found = statement.elements.flatMap((element) => elementFindings(element, place));
    if (
      topic !== "own" ||
      statement.polarity !== "grant" ||
      found.some((one) => one.fit !== "none" && one.fit !== "open")
    )
      return found;
    return [
      ...found,
      {
        reading,
        statement,
        unit: statement.unit,
        element: null,
        fit: "whole",
        topic,
        cause: null,
        named: false,
      },
    ];
  });
}

interface Place {
  readonly reading: Reading;
  readonly subject: Subject;
  readonly topic: Finding["topic"];
  readonly statement: Statement;
}

/** A clause that grants what is asked and leaves out a cause in the same breath. */
function grantsHere(reading: Reading, subject: Subject): boolean {
  if (subject.vague) return false;
  return reading.statements.some(
    ({ polarity, elements }) =>
      polarity === "grant" &&
      elements.some((element) => /exact|whole/.test(fitOf(element, subject, { reading, polarity }))),
  );
}

function elementFindings(element: Element, { reading, subject, topic, statement }: Place): Finding[] {
  const base = { reading, statement, unit: statement.unit, element, topic, named: false };
  const cause = [...element.causes].find((one) => subject.causes.has(one));
  const bears = topic !== "foreign" || reading.level >= 2 || subject.vague || grantsHere(reading, subject);
  if (cause !== undefined && bears) {
    const words = [...element.name, ...element.narrowing].filter((term) => !isBenign(term.ids[0] ?? ""));
    return [{ ...base, fit: "none", cause, named: words.some((term) => holds(subject.ids, term)) }];
  }
  if (element.causes.size > 0 && statement.polarity === "exclusion") {
    return topic === "own" ? [{ ...base, fit: "none", cause: null }] : [];
  }
  const fit = fitOf(element, subject, { reading, polarity: statement.polarity });
  if (topic === "foreign" && fit === "told" && statement.polarity === "exclusion") return [];
  return fit !== "none" || topic === "own" ? [{ ...base, fit, cause: null }] : [];
}

/** What a finding names, with the article that stands before it in the clause: "the garage door itself". */
export function wordsOfFinding({ element, unit }: Finding): string {
  if (element === null) return "";
  const article = /\b(?:an?|the|any|your)\s+$/i.exec(unit.text.slice(0, element.start))?.[0] ?? "";
  return `${article.toLowerCase()}${element.text}`;
}
