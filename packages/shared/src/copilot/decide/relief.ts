import type { PolicyClause } from "../../domain/clause.ts";
import type { ReadClause } from "../contract/contract-book.ts";
import type { Statement } from "../contract/statement.ts";
import { stemsOf } from "../language/tokens.ts";
import type { Case } from "./case.ts";
import { namesCause } from "./causes.ts";
import { isMet } from "./conditions.ts";
import { fitEntry } from "./fit.ts";
import { proofOf } from "./proofs.ts";
import { capOf } from "./rules/capped.ts";
import type { Verdict } from "./verdict.ts";

/**
 * What a more special document gives in spite of a refusal: the customer's state's, plan's or kind of contract's own
 * terms, where they change the refusing clause or rule on the same cause or thing. Null where none does.
 */
export function reliefFrom(
  refusing: PolicyClause,
  given: Case,
  narrowed: readonly string[] = [],
): Verdict | null {
  const special = given.clauses.filter(({ level }) => level >= 2).toSorted((a, b) => b.level - a.level);
  for (const owner of special) {
    for (const statement of owner.statements) {
      if (
        (statement.isPlanList && owner.clause.amends === undefined) ||
        (statement.sense !== "grant" && statement.sense !== "cap")
      )
        continue;
      if (!changes(owner, statement, refusing, given)) continue;
      // What was refused on a condition is relieved only by what speaks of that condition.
      if (narrowed.length > 0 && !narrowed.some((stem) => stemsOf(statement.unit.text).includes(stem)))
        continue;
      return relieved(owner, statement, given);
    }
  }
  return null;
}

function changes(owner: ReadClause, statement: Statement, refusing: PolicyClause, given: Case): boolean {
  const isNamed = statement.entries.some((entry) => {
    const fit = fitEntry(entry, given);
    return namesCause(entry, given) || (fit !== null && (fit.relation === "same" || fit.relation === "kind"));
  });
  if (owner.clause.amends !== undefined) return owner.clause.amends === refusing.clauseId && isNamed;
  return isNamed && owner.level === 3;
}

function relieved(owner: ReadClause, statement: Statement, given: Case): Verdict {
  const cap = [statement, ...owner.statements].flatMap(({ amounts }) => amounts).find(({ isCap }) => isCap);
  const condition = owner.statements.map((one) => one.condition).find((one) => one !== null) ?? null;
  const met = condition === null ? true : isMet(condition, given);
  const proofs = [proofOf(statement)];
  if (met === false && condition) {
    return {
      decision: "No",
      rule: "relief-not-met",
      why: { why: "condition", sense: condition.sense, condition: condition.text, met: false },
      proofs,
    };
  }
  const own = cap ? null : capOf(given);
  if (own && met !== null)
    return {
      decision: "Partial",
      rule: "relief-capped",
      why: { why: "cap", cap: own.amount.text },
      proofs: [...proofs, proofOf(own.statement)],
    };
  if (cap) return { decision: "Partial", rule: "relief-capped", why: { why: "cap", cap: cap.text }, proofs };
  if (met === null && condition) {
    return {
      decision: "Partial",
      rule: "relief-conditional",
      why: { why: "condition", sense: condition.sense, condition: condition.text, met: null },
      proofs,
    };
  }
  return { decision: "Yes", rule: "relief", why: { why: "granted" }, proofs };
}
