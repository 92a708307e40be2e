import type { Element } from "./elements.ts";
import { isBenign, isSymptom } from "./function-words.ts";
import type { Reading } from "./read-clause.ts";
import type { Run, Subject } from "./subject.ts";
import { holds, type Term } from "./vocabulary.ts";

/**
 * How a thing that a clause names stands to what is asked about.
 * exact: it is that. whole: what is asked is a part of it. told: the caller's words name it beside the question.
 * open: it may be that, but the words do not say (a "solar water heater" where a water heater is asked about).
 */
export type Fit = "exact" | "whole" | "told" | "open" | "none";

const plain = (term: Term) => isBenign(term.ids[0] ?? "");
const shares = (a: Term, b: Term) => a.ids.some((id) => b.ids.includes(id));

/** Compares one element of a clause with the subject. */
export function fitOf(element: Element, subject: Subject, reading: Reading): Fit {
  if (element.name.length === 0) return "none";
  if (ownersMissing(subject, reading)) return "none";
  let best: Fit = "none";
  for (const run of subject.runs) best = better(best, fitRun(element, run, subject, reading));
  if (best !== "none") return best;
  for (const run of subject.told) {
    const fit = fitRun(element, run, subject, reading);
    if (fit === "exact" || fit === "whole") best = "told";
  }
  return best;
}

const ORDER: readonly Fit[] = ["none", "open", "told", "whole", "exact"];

export function better(a: Fit, b: Fit): Fit {
  return ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a;
}

function fitRun(element: Element, run: Run, subject: Subject, reading: Reading): Fit {
  const head = element.name.at(-1);
  const at = head === undefined ? -1 : run.findLastIndex((term) => shares(term, head));
  if (at < 0) return "none";
  const before = [...element.name.slice(0, -1), ...element.narrowing].filter((term) => !plain(term));
  const inTopic = (term: Term) =>
    reading.topic.some((topic) => topic.name.some((named) => shares(named, term)));
  const missing = before.filter((term) => !holds(subject.ids, term) && !inTopic(term));
  const named = [...element.name, ...element.narrowing];
  const unexplained = run
    .slice(0, at)
    .filter(
      (term) => !plain(term) && !named.some((other) => shares(term, other)) && !holds(reading.ids, term),
    );
  if (unexplained.length > 0) return "none";
  if (missing.length > 0) return "open";
  const tail = run
    .slice(at + 1)
    .filter((term) => !isSymptom(term.ids[0] ?? "") && !named.some((other) => shares(term, other)));
  return tail.length > 0 ? "whole" : "exact";
}

/** "The compressor in my air conditioner": a clause that speaks of no air conditioner speaks of another compressor. */
function ownersMissing(subject: Subject, reading: Reading): boolean {
  if (reading.topic.length === 0) return false;
  const owners = subject.asked
    .slice(1)
    .flat()
    .filter((term) => !plain(term));
  return owners.length > 0 && !owners.some((term) => holds(reading.ids, term));
}

/** Whether a clause's section is about what is asked, or about something else, or about nothing in particular. */
export function topicFit(reading: Reading, subject: Subject): "own" | "general" | "foreign" {
  if (reading.topic.length === 0) return "general";
  const fits = reading.topic.map((element) => fitOf(element, subject, reading));
  return fits.some((fit) => fit === "exact" || fit === "whole" || fit === "told") ? "own" : "foreign";
}
