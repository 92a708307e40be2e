import type { Cause } from "./causes.ts";
import { type Case, proofOf } from "./decide.ts";
import { capGround } from "./decide-cap.ts";
import { conditionGround, optionGround } from "./decide-condition.ts";
import { waitGround } from "./decide-wait.ts";
import { type Finding, type Findings, wordsOfFinding } from "./findings.ts";
import { isBenign } from "./function-words.ts";
import type { Ground, Proof, Verdict } from "./verdict.ts";
import { holds } from "./vocabulary.ts";

interface Lessening {
  readonly ground: Ground;
  readonly proofs: readonly Proof[];
  /** It makes the answer a no rather than a part. */
  readonly refuses: boolean;
}

/** A yes, or what makes it less: the waiting period, an option, a condition, a cap, an exclusion left open. */
export function grade(
  given: Case,
  found: Findings,
  { grant, relief }: { grant: Finding; relief: Finding | null },
): Verdict {
  const wait = waitGround(given);
  if (wait !== null) return { decision: "No", grounds: [wait.ground], proofs: [wait.proof, proofOf(grant)] };
  const unsettled = relief === null ? unsettledCause(given) : null;
  if (unsettled !== null)
    return {
      decision: "Unknown",
      grounds: [{ why: "cause-unsettled", said: unsettled }],
      proofs: [proofOf(grant)],
    };
  const cap = capGround(given, relief ?? grant);
  const lessened = [byOption(given, grant), byCondition(given, grant), byOpenExclusion(given, found)].filter(
    (one) => one !== null,
  );
  if (cap?.lessens === true)
    lessened.push({ ground: cap.ground, proofs: [cap.proof], refuses: cap.ground.why === "cap-used" });
  const refusing = lessened.find((one) => one.refuses);
  if (refusing !== undefined) return { decision: "No", grounds: [refusing.ground], proofs: refusing.proofs };
  const included = found.grants.find(
    (one) => one.reading.level === 3 && one.element !== null && one !== grant,
  );
  const base = [relief, grant, included ?? null].filter((one) => one !== null).map(proofOf);
  const [first, ...rest] = lessened;
  if (first === undefined) {
    const inside = cap?.ground ?? { why: "granted" as const };
    return { decision: "Yes", grounds: [inside], proofs: [...base, ...(cap === null ? [] : [cap.proof])] };
  }
  return {
    decision: "Partial",
    grounds: [first.ground, ...rest.map((one) => one.ground)],
    proofs: [...first.proofs, ...base, ...rest.flatMap((one) => one.proofs)],
  };
}

/** Causes that contracts rule on; where none of the clauses found does, a yes would be a guess. */
const RULED_ON: readonly Cause[] = [
  "pre-existing",
  "inspection",
  "installation",
  "pests",
  "business",
  "own-repair",
  "self-repair",
  "misuse",
  "neglect",
  "lightning",
  "flood",
  "fire",
  "rust",
  "storm",
  "shared",
];

/** A cause that was named and that no clause found settles, in the caller's words. */
export function unsettledCause(given: Case): string | null {
  const open = RULED_ON.find((cause) => given.subject.causes.has(cause));
  return open === undefined ? null : (given.subject.causes.get(open) ?? null);
}

function byOption(given: Case, grant: Finding): Lessening | null {
  if (grant.reading.option === null) return null;
  const ground = optionGround(grant.reading.option, given);
  if (ground === null || ground.held === true) return null;
  return { ground, proofs: [proofOf(grant)], refuses: ground.held === false };
}

function byCondition(given: Case, grant: Finding): Lessening | null {
  const { condition } = grant.statement;
  if (condition === null || condition.ordinary || grant.reading.option !== null) return null;
  const ground = conditionGround(condition, given);
  return ground.met === true ? null : { ground, proofs: [proofOf(grant)], refuses: ground.met === false };
}

/** An exclusion of the item's own section that the words come near without settling it. */
function byOpenExclusion(given: Case, found: Findings): Lessening | null {
  const touched = found.open.find((one) => one.fit === "open" && isTouched(given, one));
  if (touched === undefined) return null;
  return {
    ground: { why: "open-exclusion", what: wordsOfFinding(touched) },
    proofs: [proofOf(touched)],
    refuses: false,
  };
}

/** Something that narrows it was said, but not all: "solar" of a solar water heater, "garage" of a garage door. */
function isTouched(given: Case, one: Finding): boolean {
  const narrowing = [...(one.element?.name.slice(0, -1) ?? []), ...(one.element?.narrowing ?? [])];
  const asked = new Set(given.subject.asked.flat().flatMap((term) => term.ids));
  return narrowing.some(
    (term) => !isBenign(term.ids[0] ?? "") && holds(given.subject.ids, term) && !holds(asked, term),
  );
}
