import { daysSinceStart, waitsOf } from "../../contract/waits.ts";
import type { Rule } from "../rules.ts";

/** What is bought later, or changed, has a waiting period of its own. */
const OF_ITS_OWN =
  /\b(?:add-?ons?|options?|extras?|riders?|(?:higher|new|other) plan|change your plan|upgrade)\b/i;

/** The failure came before the waiting period was over; the most special document's period holds. */
export const stillWaiting: Rule = ({ clauses, question, customer, today }) => {
  const stated = clauses
    .flatMap((owner) =>
      owner.statements.flatMap((statement) =>
        waitsOf(statement.unit).map((wait) => ({ owner, statement, wait })),
      ),
    )
    .filter(({ wait }) => !OF_ITS_OWN.test(wait.unit.text))
    .toSorted(
      (a, b) => b.owner.level - a.owner.level || Number(b.wait.days > 0) - Number(a.wait.days > 0),
    )[0];
  if (!stated || stated.wait.days === 0) return null;
  const since = daysSinceStart({ told: question.told, contractStart: customer?.contractStart, today });
  if (since === null || since >= stated.wait.days) return null;
  const { statement, wait } = stated;
  return {
    decision: "No",
    rule: "still-waiting",
    why: { why: "waiting", days: wait.days, since },
    proofs: [{ clause: statement.clause, unit: statement.unit, deciding: [wait.text] }],
  };
};
