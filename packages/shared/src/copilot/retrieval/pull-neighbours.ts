import type { PolicyClause, PolicyHit } from "../../domain/clause.ts";
import type { HitPool } from "./hit-pool.ts";
import { headingWords, itemWords, parentWords, sameSection } from "./section-names.ts";

/** Coverage clauses that bring their neighbours, and how near to the best hit their score must be. */
const BRINGERS = 3;
const NEAR_SHARE = 0.5;
const SIBLINGS = 2;
/** A neighbour's score, of that of the coverage clause. */
const SIBLING_SHARE = 0.75;
const PLAN_SHARE = 0.8;
const CONDITION_SHARE = 0.7;

/**
 * Takes in what decides along with a coverage clause: the exclusions and limits on the same item in its section, what
 * the plan's schedule says of it, and the conditions of its document.
 */
export function pullNeighbours(
  pool: HitPool,
  { hits, related }: { readonly hits: readonly PolicyHit[]; readonly related: readonly PolicyClause[] },
): void {
  const floor = (hits[0]?.score ?? 0) * NEAR_SHARE;
  const bringers = hits.filter(
    ({ kind, plans, score }) => kind === "coverage" && plans === null && score >= floor,
  );
  if (bringers.length === 0) return;
  const near = [...hits, ...related];
  const ofPlan = near.filter(({ plans }) => plans !== null);
  const planClauses = ofPlan.map((clause) => ({ clause, words: itemWords(clause.text) }));
  const conditions = near.filter(isDocumentCondition);
  for (const coverage of bringers.slice(0, BRINGERS)) {
    const item = { coverage, own: headingWords(coverage), parent: parentWords(coverage) };
    for (const sibling of siblingsOf(item, near)) pool.raise(sibling, coverage.score * SIBLING_SHARE);
    for (const each of planClauses) {
      if (speaksOf(each, item)) pool.raise(each.clause, coverage.score * PLAN_SHARE);
    }
    for (const condition of conditions.filter(({ documentId }) => documentId === coverage.documentId)) {
      pool.raise(condition, coverage.score * CONDITION_SHARE);
    }
  }
}

/** Exclusions and limits in the coverage clause's section whose headings share its words, most words first. */
function siblingsOf(
  { coverage, own, parent }: CoveredItem,
  near: readonly PolicyClause[],
): readonly PolicyClause[] {
  return near
    .filter(({ kind }) => kind === "exclusion" || kind === "limit")
    .filter((clause) => sameSection(clause, coverage))
    .map((clause) => {
      const words = headingWords(clause);
      return { clause, nearness: 2 * shared(words, own) + shared(words, parent) };
    })
    .filter(({ nearness }) => nearness > 0)
    .toSorted((a, b) => b.nearness - a.nearness)
    .slice(0, SIBLINGS)
    .map(({ clause }) => clause);
}

interface CoveredItem {
  readonly coverage: PolicyClause;
  /** The words of its heading. */
  readonly own: ReadonlySet<string>;
  /** The words of the heading above. */
  readonly parent: ReadonlySet<string>;
}

interface PlanClause {
  readonly clause: PolicyClause;
  /** The words of its text that may name an item. */
  readonly words: ReadonlySet<string>;
}

/**
 * Whether a clause of the plan's own document speaks of the item: it amends the coverage clause, or names the item by
 * all words of its heading (a limit also by those of the heading above), or the whole document by its title.
 */
function speaksOf({ clause, words }: PlanClause, { coverage, own, parent }: CoveredItem): boolean {
  if (clause.amends !== undefined) return clause.amends === coverage.clauseId;
  if (clause.text.includes(coverage.title)) return true;
  const named = (item: ReadonlySet<string>) => item.size > 0 && shared(item, words) === item.size;
  return named(own) || (clause.kind === "limit" && named(parent));
}

/** A condition that a document sets for all that it covers. */
function isDocumentCondition({ kind, text }: PolicyClause): boolean {
  return kind === "condition" && /\bthis (?:document|schedule|addendum|rider|endorsement)\b/i.test(text);
}

function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...some].filter((word) => others.has(word)).length;
}
