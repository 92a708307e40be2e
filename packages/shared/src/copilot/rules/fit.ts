import type { Element } from "./elements.ts";
import { isBenign, isSymptom } from "./function-words.ts";
import type { Polarity } from "./polarity.ts";
import type { Reading } from "./read-clause.ts";
import type { Run, Subject } from "./subject.ts";
import { holds, type Term } from "./vocabulary.ts";
import { wordsOf } from "./words.ts";

/**
 * How a thing that a clause names stands to what is asked about.
 * exact: it is that. whole: what is asked is a part of it. told: the caller's words name it beside the question.
 * open: it may be that, but the words do not say (a "solar water heater" where a water heater is asked about).
 */
export type Fit = "exact" | "whole" | "told" | "open" | "none";

const plain = (term: Term) => isBenign(term.ids[0] ?? "");
const placed = (term: Term) => plain(term) && !isSymptom(term.ids[0] ?? "");
const shares = (a: Term, b: Term) => a.ids.some((id) => b.ids.includes(id));

/** Compares one element of a clause with the subject. */
export function fitOf(
  element: Element,
  subject: Subject,
  place: { reading: Reading; polarity: Polarity },
): Fit {
  if (
    !element.name.some(
      (term) => holds(subject.reach, term) || term.heads.some((head) => subject.reach.has(head)),
    )
  ) {
    return "none";
  }
  if (standsElsewhere(element, subject)) return "none";
  let best: Fit = "none";
  if (!ownersMissing(subject, place.reading)) {
    for (const run of subject.whole) best = better(best, fitRun(element, run, { subject, ...place }));
    for (const [index, run] of subject.asked.entries()) {
      const fit = fitRun(element, run, { subject, ...place });
      best = better(best, index > 0 && fit === "exact" ? "whole" : fit);
    }
  }
  if (best === "exact" || best === "whole" || !(isStoppage(element) || speaksOfAsked(subject, place.reading)))
    return best;
  for (const run of subject.told.map((one) => one.filter((term) => !partsOnly(term)))) {
    const fit = fitRun(element, run, { subject, ...place });
    if (fit === "exact" || (fit === "whole" && place.polarity === "grant"))
      best = better(best, subject.vague ? fit : "told");
    else if (fit === "open") best = better(best, "open");
  }
  return best;
}

const ROOM = /^(?:kitchen|garage|basement|bathroom|bedroom|patio|attic|laundry|outdoor|guest)$/i;

/** "The fridge in the garage" is no kitchen refrigerator. */
function standsElsewhere(element: Element, subject: Subject): boolean {
  const words = element.name.flatMap((term) => term.text.toLowerCase().split(/\s+/));
  const room = words.length < 2 ? undefined : words.find((word) => ROOM.test(word));
  const asked = subject.asked
    .slice(1)
    .flat()
    .filter((term) => ROOM.test(term.text));
  return room !== undefined && asked.length > 0 && asked.every((term) => term.text.toLowerCase() !== room);
}

/** "It stopped heating" names no heating; a lone word that can be a symptom is one where it was only told. */
function partsOnly(term: Term): boolean {
  return isSymptom(term.ids[0] ?? "") && !term.ids.includes("=clog") && !/\s/.test(term.text);
}

/** A stopped drain is the failure itself, in whichever fixture it shows. */
export function isStoppage(element: Element): boolean {
  return element.name.at(-1)?.ids.includes("=clog") === true;
}

/** What was told beside the question counts only in clauses that speak of what is asked. */
function speaksOfAsked(subject: Subject, reading: Reading): boolean {
  if (subject.vague) return true;
  const things = subject.asked.flat().filter((term) => !plain(term));
  return things.length === 0 || things.some((term) => holds(reading.ids, term));
}

const ORDER: readonly Fit[] = ["none", "open", "told", "whole", "exact"];

export function better(a: Fit, b: Fit): Fit {
  return ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a;
}

/** People, fees and dealings: nothing that breaks. */
export const NO_THING: ReadonlySet<string> = new Set([
  "=technician",
  "=visit charge",
  "=cancel",
  "=transfer",
  "=maximum",
  "=waiting period",
]);

interface Place {
  readonly subject: Subject;
  readonly reading: Reading;
  readonly polarity: Polarity;
}

function fitRun(element: Element, run: Run, { subject, reading, polarity }: Place): Fit {
  const head = element.name.findLast((term) => !placed(term)) ?? null;
  if (head?.ids.some((id) => NO_THING.has(id))) return "none";
  const at =
    head === null
      ? -1
      : run.findLastIndex((term) => shares(term, head) || calls(run, term, { element, reading }) !== null);
  if (at < 0 || (head !== element.name.at(-1) && run.length === 1 && run[at]?.ids.length === 1))
    return "none";
  const inTopic = (term: Term) =>
    reading.topic.some((topic) => topic.name.some((named) => shares(named, term)));
  const needed = [
    ...element.name.filter((term) => term !== head),
    ...(polarity === "grant" ? [] : element.narrowing),
  ];
  const missing = needed.filter(
    (term) => !passes(term, polarity, element) && !holds(subject.ids, term) && !inTopic(term),
  );
  const named = [...element.name, ...element.narrowing];
  const unexplained = run
    .slice(0, at)
    .filter(
      (term) => !placed(term) && !named.some((other) => shares(term, other)) && !holds(reading.ids, term),
    );
  if (unexplained.length > 0) return "none";
  const called =
    calls(run, run[at] as Term, { element, reading }) === "run" && !shares(run[at] as Term, head as Term);
  if (called) return missing.length === 0 && polarity === "grant" ? "told" : "open";
  if (missing.length > 0) {
    const passing = polarity === "grant" && at === 0 && missing.every((term) => term.ids.length === 1);
    return passing ? "told" : "open";
  }
  const tail = run
    .slice(at + 1)
    .filter((term) => !isSymptom(term.ids[0] ?? "") && !named.some((other) => shares(term, other)));
  return tail.length > 0 ? "whole" : "exact";
}

/** A bare "opener" calls the garage door opener: "run" where the caller says the short name, "clause" where it does. */
function calls(
  run: Run,
  term: Term,
  { element, reading }: { element: Element; reading: Reading },
): "run" | "clause" | null {
  const head = element.name.findLast((one) => !placed(one));
  if (head === undefined) return null;
  if (run.length === 1 && head.heads.some((one) => term.ids.includes(one))) return "run";
  if (head.heads.length > 0 || !term.heads.some((one) => head.ids.includes(one))) return null;
  const rest = wordsOf(term.text).slice(0, -1);
  return rest.length > 0 && rest.every((word) => reading.ids.has(word.stem)) ? "clause" : null;
}

/** Words that need not be said: what a grant says in passing ("permanently installed"), sizes, places. */
function passes(term: Term, polarity: Polarity, element: Element): boolean {
  const id = term.ids[0] ?? "";
  if (isBenign(id) && !isSymptom(id)) return true;
  return (
    polarity === "grant" &&
    (element.adjectives.includes(term) || /(?:ly|ed|en)$/.test(term.text.toLowerCase()))
  );
}

/** "The compressor in my air conditioner": a clause that speaks of no air conditioner speaks of another compressor. */
function ownersMissing(subject: Subject, reading: Reading): boolean {
  if (reading.general) return false;
  const owners = subject.asked
    .slice(1)
    .flat()
    .filter((term) => !plain(term));
  return owners.length > 0 && !owners.some((term) => holds(reading.ids, term));
}

/** Whether a clause's section is about what is asked, or about something else, or about nothing in particular. */
export function topicFit(reading: Reading, subject: Subject): "own" | "general" | "foreign" {
  if (reading.general) return "general";
  const fits = reading.topic.map((element) => fitOf(element, subject, { reading, polarity: "grant" }));
  return fits.some((fit) => fit === "exact" || fit === "whole" || fit === "told") ? "own" : "foreign";
}
