import type { PolicyClause, PolicyHit } from "../../domain/clause.ts";

/** The hits that are being ranked, each clause once. */
export interface HitPool {
  /** Takes a clause in, or raises the score of one that is in. */
  raise(clause: PolicyClause, score: number): void;
  scoreOf(clause: PolicyClause): number | undefined;
  /** Best first; equal scores in the order in which they came in. */
  ranked(): PolicyHit[];
}

export function createHitPool(hits: readonly PolicyHit[]): HitPool {
  const pool = new Map(hits.map((hit) => [keyOf(hit), hit]));
  return {
    raise(clause, score) {
      const key = keyOf(clause);
      const known = pool.get(key);
      if (!known || known.score < score) pool.set(key, { ...clause, score });
    },
    scoreOf: (clause) => pool.get(keyOf(clause))?.score,
    ranked: () => [...pool.values()].sort((a, b) => b.score - a.score),
  };
}

function keyOf({ documentId, version, clauseId }: PolicyClause): string {
  return `${documentId}\n${version}\n${clauseId}`;
}
