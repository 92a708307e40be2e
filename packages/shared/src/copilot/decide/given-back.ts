import type { Entry } from "../contract/entry.ts";
import type { Statement } from "../contract/statement.ts";
import type { Case } from "./case.ts";
import type { Finding } from "./findings.ts";
import { fitEntry } from "./fit.ts";

/**
 * What the same sentence gives back of what it leaves out: "rust, except inside a water heater tank". An entry counts
 * that names the asked thing, or that the rule knows by words of its own.
 */
export function givenBack(
  { owner, statement }: Pick<Finding, "owner" | "statement">,
  given: Case,
  isNamed: (entry: Entry) => boolean,
): Statement | undefined {
  return owner.statements.find(
    ({ sense, unit, entries }) =>
      sense === "grant" &&
      unit === statement.unit &&
      entries.some((entry) => fitEntry(entry, given) !== null || isNamed(entry)),
  );
}

/** Whether a name that narrows is the asked thing, what it is a part of, or a part of it: a water heater's tank. */
export function isOfSubject(id: string, { subject, lexicon }: Pick<Case, "subject" | "lexicon">): boolean {
  const { head, wholes } = subject;
  if (head === null) return false;
  return id === head || wholes.has(id) || (lexicon.concept("things", id)?.partOf.has(head) ?? false);
}
