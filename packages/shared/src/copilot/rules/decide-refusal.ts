import { type Case, proofOf } from "./decide.ts";
import { conditionGround, duties, optionGround } from "./decide-condition.ts";
import { type Finding, type Findings, nearness, wordsOfFinding } from "./findings.ts";
import { isStoppage } from "./fit.ts";
import { isBenign } from "./function-words.ts";
import { knewOfIt, turnsOnKnowledge } from "./knowledge.ts";
import type { Ground, Proof, Verdict } from "./verdict.ts";
import { holds } from "./vocabulary.ts";

/** What an exclusion comes to: a verdict, or the sentence that takes it back for this customer. */
export interface Refusal {
  readonly verdict?: Verdict;
  readonly relief: Finding | null;
}

/** What is excluded by name or by cause, unless something nearer or more special takes it back. */
export function refusal(given: Case, found: Findings): Refusal | null {
  let relieved: Finding | null = null;
  for (const one of found.exclusions) {
    if (one.cause !== null && !bearsOn(given, found, one)) continue;
    if (one.cause !== null && turnsOnKnowledge(one.unit.text) && knewOfIt(given.subject.words) === false)
      continue;
    if (!holdsNow(given, one)) continue;
    const relief =
      found.relief.find((other) => relieves(other, one)) ??
      found.grants.find((other) => relieves(other, one));
    if (relief !== undefined) {
      const verdict = conditional(given, relief, one);
      if (verdict !== null) return { verdict, relief };
      relieved = relief;
      continue;
    }
    if (found.grants.some((grant) => outdoes(grant, one))) continue;
    const opposed = found.grants.find((grant) => contradicts(grant, one));
    if (opposed !== undefined) return { verdict: contradiction(opposed, one), relief: null };
    return { verdict: dependent(one) ?? refusedBy(given, one), relief: null };
  }
  for (const one of found.relief.filter((other) => other !== relieved)) {
    const verdict = conditional(given, one, one);
    if (verdict !== null) return { verdict, relief: one };
    relieved ??= one;
  }
  return relieved === null ? null : { relief: relieved };
}

/** "Not when nothing else is repaired": an exclusion with a condition counts only where that was said. */
function holdsNow(given: Case, one: Finding): boolean {
  const { condition } = one.statement;
  if (condition === null || condition.sense === "unless" || one.cause !== null) return true;
  return conditionGround(condition, given).met === true;
}

const BY_SCHEDULE =
  /\b(?:schedule|plan|declarations?|confirmation)\b.*\b(?:says?|states?|includes?|provides?|lists?)\b/i;

/** A cause refuses only what the contract would else give, or what is asked about itself ("the hotel"). */
function bearsOn(given: Case, found: Findings, one: Finding): boolean {
  if (given.subject.vague || found.grants.length > 0) return true;
  const said = one.cause === null ? undefined : given.subject.causes.get(one.cause);
  return said !== undefined && given.request.question.text.toLowerCase().includes(said.toLowerCase());
}

/** A grant that takes back an exclusion: of the same cause or thing, from a clause that stands above it. */
function relieves(grant: Finding, exclusion: Finding): boolean {
  if (grant.statement.polarity !== "grant") return false;
  const amends = grant.reading.hit.amends === exclusion.reading.hit.clauseId;
  const above = grant.reading.level > exclusion.reading.level || amends;
  if (exclusion.cause !== null) return above && grant.cause === exclusion.cause;
  return amends && grant.fit !== "none";
}

/** A grant that is nearer to what is asked, or as near and above it in rank. */
function outdoes(grant: Finding, exclusion: Finding): boolean {
  if (exclusion.cause !== null || grant.element === null) return false;
  if (isStoppage(grant.element) && !(exclusion.element !== null && isStoppage(exclusion.element)))
    return true;
  if (exclusion.reading.level >= 3 && exclusion.reading.level > grant.reading.level) return false;
  const ahead = nearness(grant) - nearness(exclusion);
  return (
    ahead > 0.5 || (ahead > -0.5 && grant.reading.level > exclusion.reading.level && grant.fit === "exact")
  );
}

/** A relief that holds only if something is so: a part, until that is known. */
function conditional(given: Case, relief: Finding, exclusion: Finding): Verdict | null {
  const conditions = [relief.statement.condition, ...duties(relief.reading)].filter((one) => one !== null);
  for (const condition of conditions.filter((one) => !one.ordinary)) {
    const ground = conditionGround(condition, given);
    if (ground.met === true) continue;
    return {
      decision: ground.met === false ? "No" : "Partial",
      grounds: [ground],
      proofs: [proofOf(relief), proofOf(exclusion)],
    };
  }
  return null;
}

/** A grant of the very thing that another clause of the same rank excludes, neither with a condition. */
function contradicts(grant: Finding, exclusion: Finding): boolean {
  const same = grant.reading.level === exclusion.reading.level && grant.reading !== exclusion.reading;
  if (!same || grant.fit !== "exact" || exclusion.fit !== "exact") return false;
  if (grant.statement.condition !== null || exclusion.statement.condition !== null) return false;
  const text = (one: Finding) => one.element?.name.map((term) => term.ids[0]).join(" ");
  return text(grant) === text(exclusion) && exclusion.element?.narrowing.length === 0;
}

function contradiction(grant: Finding, exclusion: Finding): Verdict {
  return {
    decision: "Unknown",
    grounds: [{ why: "contradiction" }],
    proofs: [proofOf(exclusion), proofOf(grant)],
  };
}

/** "Whether we pay for mold depends on who caused the leak": the clause itself asks for a fact. */
function dependent(one: Finding): Verdict | null {
  const unit = one.reading.units.find((other) => /\bdepends? on\b/i.test(other.text));
  const about = unit === undefined ? undefined : /\bdepends? on ([^.;]+)/i.exec(unit.text)?.[1];
  if (unit === undefined || about === undefined) return null;
  return {
    decision: "Unknown",
    grounds: [{ why: "doubt", about }],
    proofs: [{ reading: one.reading, unit, deciding: [about] }, proofOf(one)],
  };
}

/** "The garage door itself" leaves out less than it seems where something of it is covered. */
function coverageAround(given: Case, one: Finding): Proof | null {
  const things = given.subject.asked.flat().filter((term) => !isBenign(term.ids[0] ?? ""));
  const reading = given.readings.find(
    (other) =>
      other.hit.kind === "coverage" &&
      other.level === 1 &&
      other !== one.reading &&
      things.every((term) => holds(other.ids, term)),
  );
  const unit = reading?.units[0];
  return reading === undefined || unit === undefined ? null : { reading, unit, deciding: [] };
}

const SPEAKABLE = 32;

/** The clause's own sentence where one can say it; "" for an item of a list and what is too long. */
function sentenceOf({ unit }: Finding): string {
  const whole = unit.leadIn === null && /\.$/.test(unit.text) && !/[:;]/.test(unit.text);
  return whole && unit.text.split(/\s+/).length <= SPEAKABLE ? unit.text : "";
}

function refusedBy(given: Case, one: Finding): Verdict {
  const proofs = [proofOf(one)];
  const { condition } = one.statement;
  if (condition !== null && condition.sense === "unless") {
    const ground = optionGround(condition.text, given) ?? conditionGround(condition, given);
    const schedule = BY_SCHEDULE.test(condition.text) && given.request.scope.plan !== null;
    const met = ground.why === "option" ? ground.held : schedule ? false : ground.met;
    if (schedule)
      return { decision: "No", grounds: [{ why: "excluded", what: one.element?.text ?? "" }], proofs };
    return { decision: met === true ? "Yes" : met === false ? "No" : "Partial", grounds: [ground], proofs };
  }
  const what = one.element?.text ?? "";
  const around =
    one.cause === null && /\b(?:itself|themselves)\b/i.test(what) ? coverageAround(given, one) : null;
  if (around !== null)
    return {
      decision: "Partial",
      grounds: [{ why: "open-exclusion", what: wordsOfFinding(one) }],
      proofs: [...proofs, around],
    };
  const ground: Ground =
    one.cause === null
      ? { why: "excluded", what }
      : { why: "cause", what: wordsOfFinding(one), sentence: sentenceOf(one) };
  return { decision: "No", grounds: [ground], proofs };
}
