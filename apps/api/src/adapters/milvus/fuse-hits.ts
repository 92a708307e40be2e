/** A row that a search found. */
export interface RowHit {
  readonly id: string;
  /** Above 0; higher is nearer. */
  readonly score: number;
}

/**
 * Puts what was found by words and by meaning on one scale, by row: each by its share of its best score, added with
 * `denseWeight` (0 to 1) for meaning and the rest for words. Of meaning, the farthest hit is the zero: what a model
 * gives to unrelated texts differs from model to model.
 */
export function fuseHits(
  words: readonly RowHit[],
  dense: readonly RowHit[],
  denseWeight: number,
): ReadonlyMap<string, number> {
  const fused = new Map<string, number>();
  const add = (hits: readonly RowHit[], floor: number, weight: number) => {
    const span = Math.max(...hits.map(({ score }) => score)) - floor;
    for (const { id, score } of hits) {
      const share = span > 0 ? (score - floor) / span : 1;
      fused.set(id, (fused.get(id) ?? 0) + weight * share);
    }
  };
  const weight = dense.length === 0 ? 0 : denseWeight;
  add(words, 0, 1 - weight);
  add(dense, dense.length > 1 ? Math.min(...dense.map(({ score }) => score)) : 0, weight);
  return fused;
}
