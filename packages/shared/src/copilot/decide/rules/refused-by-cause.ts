import type { ReadClause } from "../../contract/contract-book.ts";
import type { Statement } from "../../contract/statement.ts";
import { mentionsOf } from "../../language/terms.ts";
import { tokensOf } from "../../language/tokens.ts";
import type { Case } from "../case.ts";
import { grantedCause, refusedCauses } from "../causes.ts";
import { isMet, OF_KNOWING, UNKNOWING } from "../conditions.ts";
import { fitEntry } from "../fit.ts";
import { givenBack, isOfSubject } from "../given-back.ts";
import { proofOf } from "../proofs.ts";
import { reliefFrom } from "../relief.ts";
import type { Rule } from "../rules.ts";

/** The cause that was said of the failure is one that the contract does not pay for. */
export const refusedByCause: Rule = (given) => {
  // Of a thing that the contract does not know, no cause decides.
  if (
    given.subject.head !== null &&
    given.findings.homeScore === 0 &&
    given.subject.wholes.size === 0 &&
    given.findings.planLists.every((one) => one.entries.every((entry) => fitEntry(entry, given) === null))
  )
    return null;
  const [best] = refusedCauses(given).filter(
    ({ entry }) => !(OF_KNOWING.test(entry.narrowing) && UNKNOWING.test(given.question.told)),
  );
  const paid = grantedCause(given);
  if (paid?.statement.condition && (!best || paid.owner !== best.owner)) {
    const met = isMet(paid.statement.condition, given);
    if (met === true) return null;
    if (!best) {
      const { sense, text } = paid.statement.condition;
      return {
        decision: "Partial",
        rule: "cause-on-condition",
        why: { why: "condition", sense, condition: text, met: null },
        proofs: [proofOf(paid.statement, paid.entry)],
      };
    }
  }
  if (!best) return null;
  // "Rust, except inside a water heater tank": the same sentence gives the thing back.
  const isExcepted = givenBack(best, given, ({ terms, narrowed }) =>
    [...terms, ...narrowed].some(({ id }) => isOfSubject(id, given)),
  );
  if (isExcepted) return null;
  const excused = notCounted(best.owner, given);
  if (excused)
    return given.subject.head === null
      ? { decision: "Yes", rule: "cause-not-counted", why: { why: "granted" }, proofs: [proofOf(excused)] }
      : null;
  const granted = given.findings.grants.some(
    ({ entry }) => entry?.causes.some((id) => best.entry.causes.includes(id)) ?? false,
  );
  if (granted) return null;
  const relief = reliefFrom(best.statement.clause, given);
  if (relief) return relief;
  return {
    decision: "No",
    rule: "refused-by-cause",
    why: { why: "cause", what: best.entry.text },
    proofs: [proofOf(best.statement, best.entry)],
  };
};

const IS_NO = /\b(?:is|are) not (?:a |an |considered |deemed |treated as |counted as )/i;

/** "A home office is not a business": the clause says that what was told does not count. */
function notCounted({ statements }: ReadClause, { question, lexicon }: Case): Statement | undefined {
  return statements.find(
    ({ unit }) =>
      IS_NO.test(unit.text) &&
      mentionsOf(tokensOf(unit.text.slice(0, IS_NO.exec(unit.text)?.index ?? 0)), "causes", lexicon).some(
        ({ id }) => question.causes.includes(id),
      ),
  );
}
