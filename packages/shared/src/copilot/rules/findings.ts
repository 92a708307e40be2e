import type { Element } from "./elements.ts";
import { type Fit, fitOf, topicFit } from "./fit.ts";
import type { Reading, Statement } from "./read-clause.ts";
import type { Subject } from "./subject.ts";
import type { Unit } from "./units.ts";

/** A sentence that bears on the question, and how. */
export interface Finding {
  readonly reading: Reading;
  readonly statement: Statement;
  readonly unit: Unit;
  /** What it names of the question; null where only its section is about it. */
  readonly element: Element | null;
  readonly fit: Fit;
  /** The caller's words for the cause that it names, if it was found by a cause. */
  readonly cause: string | null;
}

/** Everything in the clauses that bears on one question of coverage. */
export interface Findings {
  readonly grants: readonly Finding[];
  /** Exclusions of what is asked. */
  readonly exclusions: readonly Finding[];
  /** Exclusions of a cause that the caller's words name. */
  readonly causes: readonly Finding[];
  /** Exclusions in the item's own section that the words leave open. */
  readonly open: readonly Finding[];
  /** Sentences that grant in spite of a cause that was named. */
  readonly relief: readonly Finding[];
}

/** Sorts what the clauses say by how it bears on the question. */
export function findingsIn(readings: readonly Reading[], subject: Subject): Findings {
  const all = readings.flatMap((reading) => findingsOf(reading, subject));
  const grants = all.filter((one) => one.statement.polarity === "grant" && one.cause === null && named(one));
  const own = new Set(grants.map((one) => one.reading.topicKey).filter((key) => key !== ""));
  return {
    grants: grants.toSorted(byWeight),
    exclusions: all
      .filter((one) => one.statement.polarity === "exclusion" && one.cause === null && named(one))
      .toSorted(byWeight),
    causes: all
      .filter((one) => one.statement.polarity === "exclusion" && one.cause !== null)
      .toSorted(byWeight),
    open: all.filter(
      (one) =>
        one.statement.polarity === "exclusion" &&
        one.cause === null &&
        !named(one) &&
        own.has(one.reading.topicKey),
    ),
    relief: all.filter((one) => one.statement.polarity === "grant" && one.cause !== null).toSorted(byWeight),
  };
}

const named = (one: Finding) => one.fit !== "none" && one.fit !== "open";
const WEIGHT: Readonly<Record<Fit, number>> = { exact: 3, whole: 2, told: 1, open: 0, none: 0 };

function byWeight(a: Finding, b: Finding): number {
  return (
    b.reading.level - a.reading.level ||
    WEIGHT[b.fit] - WEIGHT[a.fit] ||
    Number(b.element !== null) - Number(a.element !== null)
  );
}

function findingsOf(reading: Reading, subject: Subject): Finding[] {
  const topic = topicFit(reading, subject);
  return reading.statements.flatMap((statement) => {
    const found = statement.elements.flatMap((element) =>
      elementFindings(element, statement, { reading, subject, topic }),
    );
    if (found.some((one) => one.fit !== "none") || topic !== "own") return found;
    return [
      ...found,
      {
        reading,
        statement,
        unit: statement.unit,
        element: null,
        fit: statement.polarity === "grant" ? "whole" : "none",
        cause: null,
      },
    ];
  });
}

interface Place {
  readonly reading: Reading;
  readonly subject: Subject;
  readonly topic: "own" | "general" | "foreign";
}

function elementFindings(element: Element, statement: Statement, place: Place): Finding[] {
  const { reading, subject, topic } = place;
  const base = { reading, statement, unit: statement.unit, element };
  const cause = [...element.causes].map((one) => subject.causes.get(one)).find((said) => said !== undefined);
  if (cause !== undefined && topic !== "foreign") return [{ ...base, fit: "none", cause }];
  if (element.causes.size > 0 && statement.polarity === "exclusion")
    return topic === "own" ? [{ ...base, fit: "none", cause: null }] : [];
  const fit = fitOf(element, subject, reading);
  if (topic === "foreign" && fit === "told") return [];
  return fit !== "none" || topic === "own" ? [{ ...base, fit, cause: null }] : [];
}
