const VOWEL = /[aeiouy]/;
const MIN_LENGTH = 4;

/**
 * The stem of an English word in lower case: endings of number and tense, and those that make a noun of a verb
 * ("leaks", "leaking" → "leak"; "cancellation" → "cancel"). It stops there on purpose: Porter's algorithm goes on to
 * one stem for "refrigerator" and "refrigerant", or "conditioner" and "condition", and finds no more by it.
 */
export function stem(word: string): string {
  if (word.length < MIN_LENGTH || /\P{ASCII}|\d/u.test(word)) return word;
  return withoutTail(withoutNounEnding(withoutTense(singular(word))));
}

function singular(word: string): string {
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("ies")) return word.length > MIN_LENGTH ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  const base = /^(.{2,}?)(?:ing|ed)(?:ly)?$/.exec(word)?.[1];
  if (base === undefined || !VOWEL.test(base) || base.length < 3) return word;
  return /([^aeiouylsz])\1$/.test(base) ? base.slice(0, -1) : base;
}

function withoutNounEnding(word: string): string {
  if (word.endsWith("ction") && word.length > 7) return word.slice(0, -3);
  return /^(.{4,}?)(?:ation|ment|ness)$/.exec(word)?.[1] ?? word;
}

/** A silent e, a doubled l and y for i are spelling, not meaning. */
function withoutTail(word: string): string {
  if (word.length > MIN_LENGTH && word.endsWith("e")) return word.slice(0, -1);
  if (word.endsWith("ll") && word.length > MIN_LENGTH) return word.slice(0, -1);
  return word.endsWith("y") && word.length > 3 ? `${word.slice(0, -1)}i` : word;
}
