import { samePlan } from "../../contract/contract-book.ts";
import type { Case } from "../case.ts";
import { isMet } from "../conditions.ts";
import type { Finding } from "../findings.ts";
import { fitEntry } from "../fit.ts";
import { proofOf } from "../proofs.ts";
import { reliefFrom } from "../relief.ts";
import type { Rule } from "../rules.ts";

/**
 * What was damaged or lost through a failure (a floor, food, wages) is a thing of its own: only what names it, or the
 * kind of loss that it is, answers; never the grant or the limit of the item that failed.
 */
export const lostThrough: Rule = (given) => {
  const { subject, lexicon } = given;
  if (subject.head === null || lexicon.concept("things", subject.head)?.sort !== "loss") return null;
  const refused = named(given);
  const [best] = refused;
  if (!best) return { decision: "Unknown", rule: "lost-through", why: { why: "silent" }, proofs: [] };
  const relief = reliefFrom(best.statement.clause, given);
  if (relief) return relief;
  const conditional = best.owner.statements.find(
    ({ sense, condition, entries }) =>
      (sense === "grant" || sense === "cap") &&
      condition !== null &&
      entries.some((entry) => fitEntry(entry, given) !== null),
  );
  const cap = back(best, given)?.amounts.find(({ isCap }) => isCap);
  const proof = back(best, given);
  if (cap && proof)
    return {
      decision: "Partial",
      rule: "lost-through",
      why: { why: "cap", cap: cap.text },
      proofs: [proofOf(proof), proofOf(best.statement, best.entry)],
    };
  if (conditional?.condition && isMet(conditional.condition, given) === null) {
    const { sense, text } = conditional.condition;
    return {
      decision: "Unknown",
      rule: "lost-through",
      why: { why: "condition", sense, condition: text, met: null },
      proofs: [proofOf(conditional), proofOf(best.statement, best.entry)],
    };
  }
  const what = best.entry?.text ?? given.question.thing?.said ?? "";
  return {
    decision: "No",
    rule: "lost-through",
    why: { why: "excluded", what },
    proofs: refused.slice(0, 2).map(({ statement, entry }) => proofOf(statement, entry)),
  };
};

/** "Hotels, except that we pay up to £150": what the same sentence gives back. */
function back(best: Finding, { scope }: Case): Finding["statement"] | undefined {
  return best.owner.statements.find(
    ({ sense, unit, plans }) =>
      sense === "grant" &&
      unit === best.statement.unit &&
      (plans.length === 0 || plans.some((plan) => scope.plan !== null && samePlan(plan, scope.plan))),
  );
}

/** Refusals that name the loss or its group, those that name it first. */
function named(given: Case): Finding[] {
  const rank = { same: 0, kind: 1, group: 2, whole: 3, likely: 4, member: 6, narrower: 5 } as const;
  const found = given.clauses.flatMap((owner) =>
    headed(owner, given).concat(
      owner.statements
        .filter(({ sense }) => sense === "refuse")
        .flatMap((statement) =>
          statement.entries.flatMap((entry): Finding[] => {
            const fit = fitEntry(entry, given) ?? inNarrowing(entry, given);
            return fit && rank[fit.relation] <= 2 ? [{ owner, statement, entry, fit }] : [];
          }),
        ),
    ),
  );
  return found.toSorted(
    (a, b) =>
      rank[a.fit?.relation ?? "narrower"] - rank[b.fit?.relation ?? "narrower"] ||
      (a.fit?.missing.length ?? 0) - (b.fit?.missing.length ?? 0),
  );
}

/** A section that is about such losses: "Consequential loss". */
function headed(owner: Finding["owner"], given: Case): Finding[] {
  const names = owner.headings.at(-1)?.names ?? [];
  const isOf = names.some((name) => given.subject.groups.has(name.at(-1)?.id ?? ""));
  const statement = owner.statements.find(({ sense }) => sense === "refuse");
  return isOf && statement
    ? [{ owner, statement, entry: null, fit: { relation: "group", missing: [], matched: 0 } }]
    : [];
}

const OF_LOSS = /^(?:damag|loss|cost|consequenti\w*|water damag|person properti|spoil\w*|loss of)/;

/** "Damage to floors", "loss of income": the loss stands behind the head. */
function inNarrowing(entry: NonNullable<Finding["entry"]>, given: Case): Finding["fit"] {
  const head = entry.terms[entry.head]?.id ?? "";
  if (entry.head >= 0 && !OF_LOSS.test(head)) return null;
  const terms = [...entry.terms, ...entry.narrowed];
  for (const term of terms) {
    const fit = fitEntry({ ...entry, terms: [term], head: 0 }, given);
    if (fit && (fit.relation === "same" || fit.relation === "kind" || fit.relation === "group")) return fit;
  }
  return null;
}
