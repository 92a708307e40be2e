/**
 * Cuts the endings of plural and verb off an English word, so that "leaks", "leaked" and "leaking" compare as one.
 * Light on purpose: words that only look alike must stay apart.
 */
export function stem(word: string): string {
  const base = word.replace(/['’]s?$/, "");
  if (base.length < 4) return base;
  if (base.endsWith("ies") && base.length > 4) return `${base.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(base)) return base.slice(0, -2);
  if (base.endsWith("s") && !/(?:ss|us|is)$/.test(base)) return silent(base.slice(0, -1));
  if (base.endsWith("ing") && base.length > 5) return silent(undouble(base.slice(0, -3)));
  if (base.endsWith("ed") && base.length > 4) return silent(undouble(base.slice(0, -2)));
  return silent(base);
}

function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

function silent(word: string): string {
  return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
}
