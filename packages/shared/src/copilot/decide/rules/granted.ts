import type { Condition } from "../../contract/conditions.ts";
import { includesAll } from "../../contract/plans-said.ts";
import { mentionsOf } from "../../language/terms.ts";
import { tokensOf } from "../../language/tokens.ts";
import type { Case } from "../case.ts";
import { isMet } from "../conditions.ts";
import type { Finding, Findings } from "../findings.ts";
import { fitEntry } from "../fit.ts";
import { listed } from "../listed.ts";
import { listsFor } from "../plan-lists.ts";
import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";
import type { Verdict } from "../verdict.ts";

/** The thing's section grants it, and nothing above took it back. */
export const granted: Rule = (given) => {
  const { findings, scope } = given;
  const grant = bestGrant(findings, given);
  if (!grant) return onlyListed(given);
  if (!grant || grant.fit?.relation === "narrower") return null;
  const condition = openCondition(grant, given);
  if (condition)
    return {
      decision: "Partial",
      rule: "granted-if",
      why: { why: "condition", sense: condition.sense, condition: condition.text, met: null },
      proofs: [proofOf(grant.statement, grant.entry)],
    };
  const lists = listsFor(findings.planLists, scope.plan).own.filter(({ sense }) => sense === "grant");
  // A row of a comparison proves nothing of what other rows are about.
  const list =
    lists.find((one) => listed(one, given) !== null || includesAll(one)) ??
    lists.find(({ unit }) => unit.cell === undefined);
  return {
    decision: "Yes",
    rule: "granted",
    why: { why: "granted" },
    proofs: [proofOf(grant.statement, grant.entry), ...(list ? [proofOf(list)] : [])],
  };
};

/** What must be so for just this thing, and was not said: "provided that the maker still supplies the parts". */
function openCondition({ statement, fit }: Finding, given: Case): Condition | null {
  const { condition } = statement;
  if (!condition || condition.ordinary || !fit || !/^(?:same|kind)$/.test(fit.relation)) return null;
  if (!/\bprovided\b/i.test(statement.unit.text.slice(Math.max(0, condition.start - 2)))) return null;
  return isMet(condition, given) === null ? condition : null;
}

/** The customer's plan lists the thing, and no section says more of it. */
function onlyListed(given: Case): Verdict | null {
  const { own } = listsFor(given.findings.planLists, given.scope.plan);
  for (const statement of own.filter(({ sense }) => sense === "grant")) {
    const entry = statement.entries.find((one) => {
      const fit = fitEntry(one, given);
      return fit !== null && /same|kind|whole/.test(fit.relation) && fit.missing.length === 0;
    });
    if (!entry) continue;
    const cap = own
      .find(({ sense, unit }) => sense === "cap" && unit === statement.unit)
      ?.amounts.find(({ isCap }) => isCap);
    const proofs = [proofOf(statement, entry)];
    if (cap) return { decision: "Partial", rule: "listed", why: { why: "cap", cap: cap.text }, proofs };
    return { decision: "Yes", rule: "listed", why: { why: "granted" }, proofs };
  }
  return null;
}

const RANK = { same: 0, kind: 1, whole: 2, likely: 3, group: 4, member: 5, narrower: 9 } as const;
/** Where only its section is about the thing. */
const UNNAMED = 3.5;

/** The grant that names the thing best. */
export function bestGrant(
  { grants }: Pick<Findings, "grants">,
  given?: Pick<Case, "question" | "lexicon">,
): Finding | undefined {
  const rank = ({ fit }: Finding) => (fit ? RANK[fit.relation] + 0.1 * fit.missing.length : UNNAMED);
  const left = given ? grants.filter((grant) => isForFailure(grant, given)) : grants;
  return left.toSorted((a, b) => rank(a) - rank(b))[0];
}

/** "We clear a stoppage in a sewer line" says nothing of one that is cracked. */
function isForFailure(
  { statement }: Finding,
  { question, lexicon }: Pick<Case, "question" | "lexicon">,
): boolean {
  const named = new Set(mentionsOf(tokensOf(statement.unit.text), "symptoms", lexicon).map(({ id }) => id));
  if (!named.has("will not drain") || named.size > 1 || question.symptoms.length === 0) return true;
  return (
    question.symptoms.includes("will not drain") ||
    !question.symptoms.some((id) => /^(?:leak|broken)$/.test(id))
  );
}
