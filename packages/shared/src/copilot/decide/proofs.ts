import type { Entry } from "../contract/entry.ts";
import type { Statement } from "../contract/statement.ts";
import type { Proof } from "./verdict.ts";

/** A statement as proof; the words of the entry, or the amounts, are what decides in it. */
export function proofOf(statement: Statement, entry?: Entry | null): Proof {
  const { clause, unit, amounts } = statement;
  const deciding = entry ? [entry.text] : amounts.filter(({ isCap }) => isCap).map(({ text }) => text);
  return { clause, unit, deciding };
}
