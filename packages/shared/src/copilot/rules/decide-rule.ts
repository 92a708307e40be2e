import { conditionOf, dutyOf } from "./conditions.ts";
import type { Case } from "./decide.ts";
import { conditionGround } from "./decide-condition.ts";
import { type Answer, findSentence } from "./find-sentence.ts";
import { hintsFor } from "./hints.ts";
import type { Verdict } from "./verdict.ts";
import { holds, termsOf } from "./vocabulary.ts";

const NEGATIVE = /\b(?:not|never|no|nobody|cannot|only at|n['’]t|excluded|excludes|except)\b/i;
const OPEN =
  /\b(?:we decide|we may|at our (?:sole )?(?:discretion|option)|may offer|depends on|case by case)\b/i;
const DEMANDING =
  /\b(?:if|must|requires?|required|following|conditions?|qualif\w+|eligib\w+|entitled|when you)\b/i;
/** What the customer is told to do says nothing of what is given. */
const IMPERATIVE =
  /^(?:call|tell|send|ask|write|report|keep|give|sign|pay|visit|contact|have|submit|file)\b/i;
/** Below this share of the question's meanings a sentence does not settle a yes or no. */
const SETTLES = 0.5;
/** What these kinds list was compared with the question already. */
const NAMES_ITEMS: ReadonlySet<string> = new Set(["coverage", "exclusion"]);
/** A promise needs more. */
const PROMISES = 0.6;
/** A sentence that names less may still refuse or limit: that promises nothing. */
const MAY_REFUSE = 0.4;

/** A yes or no from the sentence that rules on what is asked ("can the buyer keep the plan?"), where one does. */
export function byRuleSentence(given: Case): Verdict | null {
  const answer = findSentence(given.request, given.readings, given.vocabulary);
  if (answer === null || answer.support < (given.subject.vague ? SETTLES : MAY_REFUSE)) return null;
  if (!speaksOfIt(given, answer)) return null;
  if (given.subject.vague && answer.reading.hit.kind === "coverage" && answer.reading.level === 3)
    return null;
  const dealing = isDealing(given, answer);
  if (!dealing && NAMES_ITEMS.has(answer.reading.hit.kind)) return null;
  if (IMPERATIVE.test(answer.unit.text)) return null;
  const verdict = verdictOf(given, answer);
  return verdict.decision !== "Yes" || (answer.support >= PROMISES && isAmongFirst(given, answer))
    ? verdict
    : null;
}

/** The question is of a dealing that contracts rule on (a second visit, a refund), and the clause speaks of it. */
function isDealing({ request, vocabulary }: Case, { reading }: Answer): boolean {
  const hints = termsOf(
    hintsFor(`${request.question.text} ${request.question.situation.slice(-200)}`),
    vocabulary,
  );
  return hints.filter((term) => term !== null && holds(reading.ids, term)).length >= 2;
}

function isAmongFirst({ readings }: Case, { reading }: Answer): boolean {
  return readings.filter((one) => one.hit.score > reading.hit.score).length < 3;
}

/** What is asked about by name must stand in the clause that is to settle it. */
function speaksOfIt({ subject }: Case, { reading }: Answer): boolean {
  const head = subject.asked[0]?.at(-1);
  return head === undefined || holds(reading.ids, head);
}

/** What a sentence that rules on the question says to it. */
export function verdictOf(given: Case, answer: Pick<Answer, "unit" | "reading">): Verdict {
  const { unit, reading } = answer;
  const sentence = unit.leadIn === null ? unit.text : `${unit.leadIn.text.replace(/:\s*$/, "")} ${unit.text}`;
  const proofs = [{ reading, unit, deciding: [] }];
  const condition = conditionOf(unit.text);
  const cap = reading.caps.find((one) => !one.aggregate && Number.isFinite(one.dollars));
  if (
    cap !== undefined &&
    (reading.hit.kind === "limit" || !(NEGATIVE.test(sentence) && cap.unit !== unit))
  ) {
    const capped = { reading, unit: cap.unit, deciding: [cap.text] };
    return {
      decision: "Partial",
      grounds: [{ why: "cap", cap: cap.shown, dollars: cap.dollars }],
      proofs: [capped, ...proofs],
    };
  }
  if (OPEN.test(sentence)) return { decision: "Partial", grounds: [{ why: "rule", sentence }], proofs };
  if (condition !== null && !condition.ordinary) {
    const ground = conditionGround(condition, given);
    const met = ground.met === null ? null : ground.met === (ground.sense === "if");
    if (met === null) return { decision: "Partial", grounds: [{ why: "rule", sentence }], proofs };
    return {
      decision: met !== NEGATIVE.test(sentence.slice(0, condition.start)) ? "Yes" : "No",
      grounds: [{ why: "rule", sentence }],
      proofs,
    };
  }
  const demands = reading.units.filter((one) => one.leadIn !== null || dutyOf(one.text) !== null);
  if (demands.length > 0 && reading.units.some((one) => DEMANDING.test(one.text))) {
    return {
      decision: "Partial",
      grounds: [{ why: "rule", sentence }],
      proofs: [...proofs, { reading, unit: demands[0] ?? unit, deciding: [] }],
    };
  }
  const refuses = NEGATIVE.test(sentence);
  const other = reading.units.find(
    (one) => one !== unit && (OPEN.test(one.text) || (!refuses && NEGATIVE.test(one.text))),
  );
  if (!refuses && other !== undefined) {
    return {
      decision: "Partial",
      grounds: [{ why: "rule", sentence }],
      proofs: [...proofs, { reading, unit: other, deciding: [] }],
    };
  }
  return { decision: refuses ? "No" : "Yes", grounds: [{ why: "rule", sentence }], proofs };
}
