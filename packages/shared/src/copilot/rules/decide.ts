import type { AdviceRequest } from "../advice.ts";
import { capGround } from "./decide-cap.ts";
import { conditionGround, optionGround } from "./decide-condition.ts";
import { unlisted } from "./decide-unlisted.ts";
import { waitGround } from "./decide-wait.ts";
import { type Finding, type Findings, findingsIn } from "./findings.ts";
import type { Reading } from "./read-clause.ts";
import type { Subject } from "./subject.ts";
import type { Ground, Proof, Verdict } from "./verdict.ts";

export interface Case {
  readonly request: AdviceRequest;
  readonly readings: readonly Reading[];
  readonly subject: Subject;
}

/** Decides a question of coverage from the clauses that were found, and from nothing else. */
export function decide(given: Case): Verdict {
  const found = findingsIn(given.readings, given.subject);
  const refused = refusal(given, found);
  if (refused !== null) return refused;
  const grant = found.grants[0];
  if (grant === undefined) return unlisted(given) ?? silent();
  return granted(given, found, grant);
}

const silent = (): Verdict => ({ decision: "Unknown", grounds: [{ why: "silent" }], proofs: [] });

/** A no, or a yes with a condition, from what is excluded by name or by cause. */
function refusal(given: Case, found: Findings): Verdict | null {
  for (const one of [...found.causes, ...found.exclusions]) {
    const relief = found.relief.find((other) => relieves(other, one));
    if (relief !== undefined) {
      const condition = relief.statement.condition;
      if (condition === null) continue;
      return {
        decision: "Partial",
        grounds: [{ why: "condition", condition: condition.text, met: null }],
        proofs: [proofOf(relief), proofOf(one)],
      };
    }
    const grant = found.grants.find((other) => outranks(other, one));
    if (grant !== undefined && one.cause === null) continue;
    return refusedBy(given, one);
  }
  return null;
}

/** A grant that takes back an exclusion: of the same cause, from a clause that stands above it. */
function relieves(grant: Finding, exclusion: Finding): boolean {
  const above =
    grant.reading.level > exclusion.reading.level ||
    grant.reading.hit.amends === exclusion.reading.hit.clauseId;
  return above && exclusion.cause !== null && grant.cause === exclusion.cause;
}

function outranks(grant: Finding, exclusion: Finding): boolean {
  if (grant.reading.level !== exclusion.reading.level)
    return grant.reading.level > exclusion.reading.level && grant.element !== null;
  if (grant.element === null) return false;
  if (exclusion.fit === "whole" || exclusion.fit === "told")
    return grant.fit === "exact" && exclusion.reading.level <= grant.reading.level;
  return false;
}

function refusedBy(given: Case, one: Finding): Verdict {
  const proofs = [proofOf(one)];
  const { condition } = one.statement;
  if (condition !== null && condition.sense === "unless") {
    const ground = optionGround(condition.text, given) ?? conditionGround(condition, given);
    const met = ground.why === "option" ? ground.held : ground.why === "condition" ? ground.met : null;
    return { decision: met === true ? "Yes" : met === false ? "No" : "Partial", grounds: [ground], proofs };
  }
  const what = one.element?.text ?? "";
  const ground: Ground =
    one.cause === null ? { why: "excluded", what } : { why: "cause", what, said: one.cause };
  return { decision: "No", grounds: [ground], proofs };
}

export function proofOf(one: Finding): Proof {
  return { reading: one.reading, unit: one.unit, deciding: one.element === null ? [] : [one.element.text] };
}

function granted(given: Case, found: Findings, grant: Finding): Verdict {
  const wait = waitGround(given);
  if (wait !== null) return { decision: "No", grounds: [wait.ground], proofs: [wait.proof, proofOf(grant)] };
  const lessening: { ground: Ground; proofs: Proof[] }[] = [];
  const option = grant.reading.option === null ? null : optionGround(grant.reading.option, given);
  if (option?.why === "option" && option.held !== true) {
    if (option.held === false) return { decision: "No", grounds: [option], proofs: [proofOf(grant)] };
    lessening.push({ ground: option, proofs: [proofOf(grant)] });
  }
  const { condition } = grant.statement;
  if (condition !== null && !condition.ordinary && option === null) {
    const ground = conditionGround(condition, given);
    if (ground.met === false) return { decision: "No", grounds: [ground], proofs: [proofOf(grant)] };
    if (ground.met === null) lessening.push({ ground, proofs: [proofOf(grant)] });
  }
  const cap = capGround(given, grant);
  if (cap !== null && cap.lessens)
    lessening.push({ ground: cap.ground, proofs: [cap.proof, proofOf(grant)] });
  const open = grant.fit === "exact" && grant.element !== null ? [] : found.open;
  if (open.length > 0 && !given.subject.told.length) {
    const what = open.map((one) => one.element?.text ?? "").filter((text) => text !== "");
    lessening.push({ ground: { why: "open-exclusion", what }, proofs: open.slice(0, 1).map(proofOf) });
  }
  const [first, ...rest] = lessening;
  if (first === undefined) {
    const ground: Ground = cap === null ? { why: "granted" } : cap.ground;
    return {
      decision: "Yes",
      grounds: [ground],
      proofs: [proofOf(grant), ...(cap === null ? [] : [cap.proof])],
    };
  }
  return {
    decision: "Partial",
    grounds: [first.ground, ...rest.map((one) => one.ground)],
    proofs: [...first.proofs, proofOf(grant), ...rest.flatMap((one) => one.proofs)],
  };
}
