/** Shortest name, written without spaces, that a misheard one is compared with. */
const SHORTEST = 8;

/** Names by what is left of them when any one letter is left out: what sounds alike differs by one. */
export type FuzzyTerms = ReadonlyMap<string, string>;

/** Prepares names of several words ("ice maker") to be found when one letter was misheard ("nice maker"). */
export function fuzzyTerms(phrases: Iterable<string>): FuzzyTerms {
  const terms = new Map<string, string>();
  for (const phrase of phrases) {
    const joined = phrase.replaceAll(" ", "");
    if (!phrase.includes(" ") || joined.length < SHORTEST) continue;
    for (const key of keysOf(joined)) if (!terms.has(key)) terms.set(key, phrase);
  }
  return terms;
}

/** The name that these words are, but for one letter; null where there is none. */
export function misheardTerm(terms: FuzzyTerms, words: readonly string[]): string | null {
  const joined = words.join("");
  if (joined.length < SHORTEST || joined.length > 30) return null;
  for (const key of keysOf(joined)) {
    const phrase = terms.get(key);
    if (phrase !== undefined && isNear(joined, phrase.replaceAll(" ", ""))) return phrase;
  }
  return null;
}

function* keysOf(joined: string): Iterable<string> {
  yield joined;
  for (let i = 0; i < joined.length; i++) yield joined.slice(0, i) + joined.slice(i + 1);
}

/** At most one letter added, left out or taken for another. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [restA, restB] = [a.slice(i), b.slice(i)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
