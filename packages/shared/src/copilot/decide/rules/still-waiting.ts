import { daysSinceStart, waitsOf } from "../../contract/waits.ts";
import type { Case } from "../case.ts";
import type { Rule } from "../rules.ts";

/** What is bought later, or changed, has a waiting period of its own. */
const OF_ITS_OWN =
  /\b(?:add-?ons?|options?|extras?|riders?|(?:higher|new|other) plan|change your plan|upgrade)\b/i;

/** The waiting period that holds: the most special document's, with the days since the contract began. */
export function waitFor({ clauses, question, customer, today }: Case) {
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
  if (!stated) return null;
  const since = daysSinceStart({ told: question.told, contractStart: customer?.contractStart, today });
  return { statement: stated.statement, text: stated.wait.text, days: stated.wait.days, since };
}

/** The failure came before the waiting period was over. */
export const stillWaiting: Rule = (given) => {
  const wait = waitFor(given);
  if (!wait || wait.days === 0 || wait.since === null || wait.since >= wait.days) return null;
  const { statement, days, since, text } = wait;
  return {
    decision: "No",
    rule: "still-waiting",
    why: { why: "waiting", days, since },
    proofs: [{ clause: statement.clause, unit: statement.unit, deciding: [text] }],
  };
};
