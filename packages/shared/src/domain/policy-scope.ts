import type { PolicyHead } from "./clause.ts";
import { nameKey, normaliseState } from "./us-state.ts";

/** Whose clauses, and as of when. Null: not known, so clauses for some plans only are not ruled out. */
export interface PolicyScope {
  readonly plan: string | null;
  readonly state: string | null;
  readonly contractType: string | null;
  /** ISO date: the versions in force on that day answer. */
  readonly at: string;
}

/**
 * The version of one document that answers on a day: of those in force the one that came into force last. On a day
 * before them all, or in a gap between two, the next to come; null once the last has run out. Equal dates are
 * settled by the version's name, so that every replica chooses alike.
 */
export function versionInForce<T extends PolicyHead>(versions: readonly T[], at: string): T | null {
  const ordered = versions.toSorted(byStart);
  const inForce = ordered.findLast((head) => startOf(head) <= at && at <= (head.effectiveTo ?? at));
  return inForce ?? ordered.find((head) => startOf(head) > at) ?? null;
}

/**
 * How many of a document's restrictions the scope leaves open, because it does not know the value: 0 when all are
 * known to be met. Null when one is not met, or when a state's own document meets an unknown state.
 */
export function openRestrictions(head: PolicyHead, scope: PolicyScope): number | null {
  if (head.states !== null) {
    if (scope.state === null || !contains(head.states, scope.state, normaliseState)) return null;
  }
  let open = 0;
  for (const [allowed, value] of [
    [head.plans, scope.plan],
    [head.contractTypes, scope.contractType],
  ] as const) {
    if (allowed === null) continue;
    if (value === null) open += 1;
    else if (!contains(allowed, value, nameKey)) return null;
  }
  return open;
}

/** The documents that answer in a scope, each in the version in force, with its open restrictions. */
export function documentsInScope<T extends PolicyHead>(
  heads: readonly T[],
  scope: PolicyScope,
): ReadonlyMap<T, number> {
  const found = new Map<T, number>();
  for (const versions of Map.groupBy(heads, (head) => head.documentId).values()) {
    const head = versionInForce(versions, scope.at);
    const open = head && openRestrictions(head, scope);
    if (head && open !== null) found.set(head, open);
  }
  return found;
}

function contains(allowed: readonly string[], value: string, key: (value: string) => string): boolean {
  const wanted = key(value);
  return allowed.some((each) => key(each) === wanted);
}

/** A document without a first day has been in force for ever. */
function startOf(head: PolicyHead): string {
  return head.effectiveFrom ?? "";
}

function byStart(a: PolicyHead, b: PolicyHead): number {
  if (startOf(a) !== startOf(b)) return startOf(a) < startOf(b) ? -1 : 1;
  return a.version.localeCompare(b.version, "en", { numeric: true });
}
