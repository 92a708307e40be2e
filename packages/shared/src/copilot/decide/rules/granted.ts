import { type Finding, type Findings, listsFor } from "../findings.ts";
import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";

/** The thing's section grants it, and nothing above took it back. */
export const granted: Rule = ({ findings, scope }) => {
  const grant = bestGrant(findings);
  if (!grant || grant.fit?.relation === "narrower") return null;
  const list = listsFor(findings.planLists, scope.plan).own.find(({ sense }) => sense === "grant");
  return {
    decision: "Yes",
    rule: "granted",
    why: { why: "granted" },
    proofs: [proofOf(grant.statement, grant.entry), ...(list ? [proofOf(list)] : [])],
  };
};

const RANK = { same: 0, kind: 1, whole: 2, likely: 3, group: 4, narrower: 9 } as const;
/** Where only its section is about the thing. */
const UNNAMED = 3.5;

/** The grant that names the thing best. */
export function bestGrant({ grants }: Pick<Findings, "grants">): Finding | undefined {
  const rank = ({ fit }: Finding) => (fit ? RANK[fit.relation] + 0.1 * fit.missing.length : UNNAMED);
  return grants.toSorted((a, b) => rank(a) - rank(b))[0];
}
