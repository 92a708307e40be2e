import type { Case } from "./decide.ts";
import { familyOf } from "./families.ts";
import type { Reading, Statement } from "./read-clause.ts";
import type { Verdict } from "./verdict.ts";

/** No, where a closed list of the item's own family is there and the item is not on it; else null. */
export function unlisted(given: Case): Verdict | null {
  const family = given.subject.asked
    .map((run) => familyOf(run.map((term) => term.text).join(" ")))
    .find((name) => name !== null);
  if (family === undefined || family === null) return null;
  for (const reading of given.readings) {
    const list = reading.statements.find((statement) => closedListOf(statement, reading, family));
    if (list === undefined) continue;
    return {
      decision: "No",
      grounds: [{ why: "not-listed" }],
      proofs: [{ reading, unit: list.unit, deciding: [] }],
    };
  }
  return null;
}

/** A list of at least three things of the family that does not say "including" or "such as". */
function closedListOf(statement: Statement, reading: Reading, family: string): boolean {
  if (statement.polarity !== "grant" || reading.option !== null) return false;
  if (/\b(?:including|such as|for example|e\.g)\b/i.test(statement.unit.text)) return false;
  const members = statement.elements.filter(
    (element) => familyOf(element.name.map((term) => term.text).join(" ")) === family,
  );
  return members.length >= 3;
}
