import type { Cap } from "./caps.ts";
import type { Case } from "./decide.ts";
import type { Element } from "./elements.ts";
import type { Finding } from "./findings.ts";
import { fitOf, topicFit } from "./fit.ts";
import { dollarsText } from "./money.ts";
import type { Reading } from "./read-clause.ts";
import type { Subject } from "./subject.ts";
import type { Ground, Proof } from "./verdict.ts";
import { holds, termsOf } from "./vocabulary.ts";

interface CapFinding {
  readonly ground: Ground;
  readonly proof: Proof;
  /** Whether it makes a yes a part. */
  readonly lessens: boolean;
}

/** The cap on what was granted, measured against the cost that the caller stated; null when there is none. */
export function capGround(given: Case, grant: Finding): CapFinding | null {
  const best = capsFor(given, grant)[0];
  if (best === undefined || best.cap.dollars === Number.POSITIVE_INFINITY) return null;
  const { cap, reading } = best;
  if (usedUp(given)) {
    return {
      ground: { why: "cap-used", cap: cap.shown },
      proof: { reading, unit: cap.unit, deciding: [cap.text] },
      lessens: true,
    };
  }
  const cost = Math.max(0, ...given.subject.costs.map((amount) => amount.dollars));
  const proof: Proof = { reading, unit: cap.unit, deciding: [cap.text] };
  if (cost === 0)
    return { ground: { why: "cap", cap: cap.shown, dollars: cap.dollars }, proof, lessens: true };
  if (cost <= cap.dollars)
    return { ground: { why: "inside-cap", cap: cap.shown, cost }, proof, lessens: false };
  return { ground: { why: "above-cap", cap: cap.shown, dollars: cap.dollars, cost }, proof, lessens: true };
}

/** Caps on the item itself, the most special first. One for everything together does not count. */
export function capsFor(
  given: Pick<Case, "readings" | "subject">,
  grant: Finding | undefined,
): { cap: Cap; reading: Reading }[] {
  const key = grant?.reading.topicKey ?? "";
  return given.readings
    .flatMap((reading) => reading.caps.map((cap) => ({ cap, reading })))
    .filter(({ cap, reading }) => {
      if (cap.aggregate) return false;
      const listed = cap.unit.leadIn !== null && cap.unit !== grant?.unit;
      const meant =
        namesAsked(given.subject, { cap, reading }) ||
        (grant !== undefined && cap.names.some((name) => namesTopic(name, grant.reading)));
      if (listed && !meant) return false;
      if (grant !== undefined && reading.hit === grant.reading.hit) return true;
      if (key !== "" && reading.topicKey === key) return true;
      if (grant === undefined && topicFit(reading, given.subject) === "own") return true;
      if (grant !== undefined && reading.hit.amends === grant.reading.hit.clauseId) return true;
      if (grant !== undefined && cap.names.some((name) => namesTopic(name, grant.reading))) return true;
      if (reading.level < 3 && topicFit(reading, given.subject) === "foreign") return false;
      if (grant !== undefined && reading.level === 1 && reading.hit.kind !== "limit") return false;
      return namesAsked(given.subject, { cap, reading });
    })
    .sort(
      (a, b) =>
        b.reading.level - a.reading.level ||
        Number(namesAsked(given.subject, b)) - Number(namesAsked(given.subject, a)) ||
        a.cap.dollars - b.cap.dollars,
    );
}

/** A cap's own sentence or list item names what is asked; of a list of caps only such a one is meant. */
function namesAsked(subject: Subject, { cap, reading }: { cap: Cap; reading: Reading }): boolean {
  const fits = cap.names.map((name) => fitOf(name, subject, { reading, polarity: "grant" }));
  return fits.some((fit) => fit === "exact" || fit === "whole");
}

/** What is the customer's own when a repair costs more than the cap. */
export function ownShare(ground: { dollars: number; cost: number }): string {
  return dollarsText(ground.cost - ground.dollars);
}

function namesTopic(name: Element, reading: Reading): boolean {
  const head = name.name.at(-1);
  if (head === undefined || name.name.length > 2) return false;
  return reading.topic.some((topic) => topic.name.at(-1)?.ids.some((id) => head.ids.includes(id)) === true);
}

/** Whether the customer's record says that nothing is left of the limit for what is asked. */
function usedUp({ request, vocabulary, subject }: Case): boolean {
  return (request.customer?.limits ?? []).some(({ name, total, used }) => {
    const terms = termsOf(name, vocabulary).filter((term) => term !== null);
    return terms.length > 0 && total > 0 && used >= total && terms.every((term) => holds(subject.ids, term));
  });
}
