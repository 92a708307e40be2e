import type { Case } from "./decide.ts";
import type { Ground, Proof } from "./verdict.ts";
import { daysSinceStart } from "./waits.ts";

/** The waiting period, where it is known not to be over yet; the most special clause's period holds. */
export function waitGround(given: Case): { ground: Ground; proof: Proof } | null {
  const stated = given.readings
    .flatMap((reading) => reading.waits.map((wait) => ({ reading, wait })))
    .toSorted(
      (a, b) => b.reading.level - a.reading.level || Number(b.wait.days > 0) - Number(a.wait.days > 0),
    )[0];
  if (stated === undefined || stated.wait.days === 0) return null;
  const { request } = given;
  const since = daysSinceStart(
    `${request.question.text} ${request.question.situation}`,
    request.customer?.contractStart,
    request.scope.at,
  );
  if (since === null || since < 0 || since >= stated.wait.days) return null;
  const { reading, wait } = stated;
  return {
    ground: { why: "waiting", days: wait.days, since },
    proof: { reading, unit: wait.unit, deciding: [wait.text] },
  };
}
