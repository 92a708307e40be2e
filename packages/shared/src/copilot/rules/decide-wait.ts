import type { AdviceRequest } from "../advice.ts";
import type { Case } from "./decide.ts";
import type { Reading } from "./read-clause.ts";
import type { Ground, Proof } from "./verdict.ts";
import { daysSinceStart, type Wait } from "./waits.ts";

/** The waiting period, where it is known not to be over yet; the most special clause's period holds. */
export function waitGround(given: Case): { ground: Ground; proof: Proof } | null {
  const stated = waitStated(given.readings);
  if (stated === null) return null;
  const since = sinceStart(given.request);
  if (since === null || since >= stated.wait.days) return null;
  const { reading, wait } = stated;
  return {
    ground: { why: "waiting", days: wait.days, since },
    proof: { reading, unit: wait.unit, deciding: [wait.text] },
  };
}

/** What is bought later, or changed, has a waiting period of its own. */
const OF_ITS_OWN =
  /\b(?:add-?ons?|options?|extras?|riders?|(?:higher|new|other) plan|change your plan|upgrade)\b/i;

/** The waiting period of the contract itself, from the most special clause; null where there is none. */
export function waitStated(readings: readonly Reading[]): { reading: Reading; wait: Wait } | null {
  const stated = readings
    .flatMap((reading) => reading.waits.map((wait) => ({ reading, wait })))
    .filter(({ wait }) => !OF_ITS_OWN.test(wait.unit.text))
    .toSorted(
      (a, b) => b.reading.level - a.reading.level || Number(b.wait.days > 0) - Number(a.wait.days > 0),
    )[0];
  return stated === undefined || stated.wait.days === 0 ? null : stated;
}

/** Days from the contract's start to the failure, as far as the record or the caller's words say. */
export function sinceStart({ question, customer, today }: AdviceRequest): number | null {
  const told = `${question.text} ${question.situation}`;
  return daysSinceStart({ told, contractStart: customer?.contractStart, today });
}
