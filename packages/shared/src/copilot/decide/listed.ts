import type { Entry } from "../contract/entry.ts";
import type { Statement } from "../contract/statement.ts";
import type { Case } from "./case.ts";
import { fitEntry, isMerelyLikely } from "./fit.ts";

/** Ids of the words that contracts group items by. */
const GROUPS = new Set(["system", "applianc"]);

/** The entry of a plan's list that names the thing or its section; null where none does. */
export function listed(statement: Statement, given: Case): Entry | null {
  const sections = given.findings.home.flatMap((owner) =>
    owner.headings.slice(-1).flatMap(({ names }) => names),
  );
  // "Oak protects your kitchen appliances", of what stands under "Appliances".
  const groups = new Set(
    given.findings.home.flatMap((owner) => owner.headings.slice(0, -1).flatMap(({ stems }) => [...stems])),
  );
  return (
    statement.entries.find((entry) => {
      const fit = fitEntry(entry, given);
      if (
        fit &&
        fit.relation !== "narrower" &&
        fit.relation !== "member" &&
        !isMerelyLikely(entry, fit, given.subject)
      )
        return true;
      const head = entry.terms[entry.head]?.id;
      return (
        head !== undefined &&
        (sections.some((name) => name.at(-1)?.id === head) || (GROUPS.has(head) && groups.has(head)))
      );
    }) ?? null
  );
}
