/** Share of a word's letters that may differ, and its weight before the distance, as MiniSearch has them. */
const FUZZY = 0.2;
const NEAR_WEIGHT = 0.45;

/** The words of a vocabulary that are spelt nearly as this one, with a weight up to 0.45 each. */
export function nearWords(word: string, vocabulary: Iterable<string>): ReadonlyMap<string, number> {
  const most = Math.round(word.length * FUZZY);
  const near = new Map<string, number>();
  for (const other of vocabulary) {
    if (Math.abs(other.length - word.length) > most) continue;
    const distance = editDistance(word, other, most);
    if (distance <= most) near.set(other, (NEAR_WEIGHT * word.length) / (word.length + distance));
  }
  return near;
}

/** Letters to add, leave out or change; some number above `most` where there are more. */
function editDistance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}
