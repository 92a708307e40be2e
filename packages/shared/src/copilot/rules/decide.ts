import type { AdviceRequest } from "../advice.ts";
import { capsFor } from "./decide-cap.ts";
import { grade, unsettledCause } from "./decide-grant.ts";
import { byMatter } from "./decide-matter.ts";
import { refusal } from "./decide-refusal.ts";
import { byRuleSentence } from "./decide-rule.ts";
import { unlisted } from "./decide-unlisted.ts";
import { waitGround } from "./decide-wait.ts";
import { type Finding, type Findings, findingsIn } from "./findings.ts";
import { headingOf, type Reading } from "./read-clause.ts";
import type { Subject } from "./subject.ts";
import type { Proof, Verdict } from "./verdict.ts";
import { holds, type Term, termsOf, type Vocabulary } from "./vocabulary.ts";

/** A question with all that may be used to decide it. */
export interface Case {
  readonly request: AdviceRequest;
  readonly readings: readonly Reading[];
  readonly subject: Subject;
  readonly vocabulary: Vocabulary;
}

/** Decides a question of coverage from the clauses that were found, and from nothing else. */
export function decide(given: Case): Verdict {
  if (ADVICE.test(given.request.question.text)) return silent();
  const ruled = byMatter(given);
  if (ruled !== null) return ruled;
  if (given.request.scope.plan === null) {
    const open = byPlan(given);
    if (open !== null) return open;
  }
  return decideIn(given);
}

/** Where the plan is not known: what the terms of all plans say, unless some plan leaves the item out. */
function byPlan(given: Case): Verdict | null {
  const [special, common] = [
    given.readings.filter((one) => one.hit.plans !== null),
    given.readings.filter((one) => one.hit.plans === null),
  ];
  if (special.length === 0) return null;
  const without = findingsIn(special, given.subject).exclusions.filter(
    (one) => one.cause === null && one.fit !== "told",
  );
  const verdict = decideIn({ ...given, readings: common });
  if (verdict.decision === "Yes" && without.length === 0) return withPlansCap(given, special, verdict);
  if (without.length === 0 || verdict.decision === "No") return verdict;
  const plans = [...new Set(without.flatMap((one) => one.reading.hit.plans ?? []))];
  return {
    decision: "Unknown",
    grounds: [{ why: "plan-unknown", plans }],
    proofs: without.slice(0, 2).map(proofOf),
  };
}

/** What every plan gives is a part where the schedule of one that was found caps it. */
function withPlansCap(given: Case, special: readonly Reading[], verdict: Verdict): Verdict {
  const best = capsFor({ readings: special, subject: given.subject }, undefined)[0];
  if (best === undefined || !Number.isFinite(best.cap.dollars)) return verdict;
  const { cap, reading } = best;
  const plans = (reading.hit.plans ?? []).map((plan) => plan.replace(/ plan$/i, "")).join(" or ");
  return {
    decision: "Partial",
    grounds: [{ why: "cap", cap: `${cap.shown} under the ${plans} plan`, dollars: cap.dollars }],
    proofs: [{ reading, unit: cap.unit, deciding: [cap.text] }, ...verdict.proofs],
  };
}

function decideIn(given: Case): Verdict {
  const found = findingsIn(given.readings, given.subject);
  const doubtful = undecidable(given, found);
  if (doubtful !== null) return doubtful;
  const turns = dependsOnFact(given, found);
  if (turns !== null) return turns;
  const permission = given.subject.vague && PERMISSION.test(given.request.question.text);
  const ruled = permission ? byRuleSentence(given) : null;
  if (ruled !== null) return ruled;
  const refused = refusal(given, found);
  if (refused?.verdict !== undefined) return refused.verdict;
  const wait = permission || given.subject.vague ? waitGround(given) : null;
  if (wait !== null) return { decision: "No", grounds: [wait.ground], proofs: [wait.proof] };
  if (permission) return silent();
  const grant = bestGrant(given, found, refused?.relief ?? null);
  const rules =
    grant !== undefined &&
    (grant.fit !== "exact" || given.subject.vague) &&
    /condition|procedure/.test(grant.reading.hit.kind);
  if (grant !== undefined && !rules) {
    const clear = ambiguous(given, found, grant);
    return "decision" in clear
      ? clear
      : grade(given, found, { grant: clear, relief: refused?.relief ?? null });
  }
  const rule = byRuleSentence(given);
  if (rule?.decision === "Yes" && unsettledCause(given) !== null) return silent();
  return rule ?? unlisted(given) ?? silent();
}

/** The nearest grant that gives the item itself; what takes back an exclusion may stand for it. */
function bestGrant({ subject }: Case, { grants }: Findings, relief: Finding | null): Finding | undefined {
  const named = subject.asked.flat();
  const speaks = (one: Finding) => Number(named.some((term) => holds(one.reading.ids, term)));
  const items = grants
    .filter((one) => !/condition|procedure/.test(one.reading.hit.kind))
    .toSorted((a, b) => speaks(b) - speaks(a));
  if (relief === null) return items[0] ?? grants[0];
  return items.find((one) => one.reading.option === null) ?? relief;
}

/** A bare "pump" or "motor" that several items' sections name, where nothing else that was said tells which. */
function ambiguous(given: Case, found: Findings, grant: Finding): Verdict | Finding {
  const bare = (one: Finding) =>
    one.topic === "foreign" && /exact|told/.test(one.fit) && one.reading.level === 1;
  if (!bare(grant) || grant.fit !== "exact") return grant;
  const rivals = found.grants.filter(
    (one) =>
      (bare(one) || one.fit === "told") &&
      one.reading.topicKey !== grant.reading.topicKey &&
      one.reading.level === 1,
  );
  const [rival] = rivals;
  if (rival === undefined) return grant;
  const said = given.subject.told.flat().flatMap((term) => [term, ...wordsApart(term, given.vocabulary)]);
  const spoken = (one: Finding) => said.filter((term) => holds(one.reading.ids, term)).length;
  const ranked = [grant, ...rivals].toSorted((a, b) => spoken(b) - spoken(a));
  const [first = grant, second = rival] = ranked;
  if (spoken(first) > spoken(second) && first.reading.topicKey !== second.reading.topicKey) return first;
  const items = [...new Set([grant, ...rivals].map((one) => headingOf(one.reading)))].slice(0, 3);
  return {
    decision: "Unknown",
    grounds: [{ why: "which-item", items }],
    proofs: [proofOf(grant), proofOf(rival)],
  };
}

/** The words of a phrase, each by itself: "AC" in "AC compressor". */
function wordsApart(term: Term, vocabulary: Vocabulary): Term[] {
  const words = term.text.split(/\s+/);
  return words.length < 2
    ? []
    : words.flatMap((word) => termsOf(word, vocabulary)).filter((one) => one !== null);
}

const silent = (): Verdict => ({ decision: "Unknown", grounds: [{ why: "silent" }], proofs: [] });

/** "Should I leave the heat on?" asks what to do. */
const ADVICE = /^(?:so |and |but )*should (?:the customer|i|we|they|he|she)\b/i;

/** "May the buyer keep the contract?" asks for a rule of the contract, not for cover of a thing. */
const PERMISSION =
  /^(?:so |and |but )*(?:can|could|may)\s+(?!(?:you|the company|the technician|somebody|someone)\b)(?!.*\b(?:covered|fixed|repaired|replaced|paid)\b)/i;

/** "Whether a pool heater is covered depends on its kind": Unknown, until one of the kinds was said. */
function dependsOnFact(given: Case, found: Findings): Verdict | null {
  const { subject } = given;
  for (const reading of new Set(
    [...found.grants, ...found.exclusions, ...found.open].map((one) => one.reading),
  )) {
    const unit = reading.units.find((one) => /\bwhether\b.*\bdepends? on\b/i.test(one.text));
    const about = unit === undefined ? undefined : /\bdepends? on ([^.;]+)/i.exec(unit.text)?.[1];
    if (unit === undefined || about === undefined) continue;
    const named = new Set(subject.asked.flat().flatMap((term) => term.ids));
    const kinds = reading.statements
      .flatMap((one) => one.elements.map((element) => element.name))
      .filter((name) => name.some((term) => holds(named, term)))
      .flatMap((name) => name.filter((term) => !holds(named, term)));
    if (kinds.some((term) => holds(subject.ids, term))) continue;
    return {
      decision: "Unknown",
      grounds: [{ why: "doubt", about }],
      proofs: [{ reading, unit, deciding: [about] }],
    };
  }
  return null;
}

/** The caller says that they do not know a fact, and the clauses turn on one. */
function undecidable(given: Case, found: Findings): Verdict | null {
  const { doubt } = given.subject;
  if (doubt === null) return null;
  const near = [...found.exclusions, ...found.open, ...found.grants].slice(0, 2);
  if (near.length === 0) return null;
  return { decision: "Unknown", grounds: [{ why: "doubt", about: doubt.about }], proofs: near.map(proofOf) };
}

/** A finding as a sentence to quote. */
export function proofOf(one: Finding): Proof {
  return { reading: one.reading, unit: one.unit, deciding: one.element === null ? [] : [one.element.text] };
}
