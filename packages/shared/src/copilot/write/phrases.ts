const LEGAL =
  /\b(?:Service|Contractors?|Agreement|Term|Covered|Items?|Failures?|Company|Provider|Coverage)\b/g;

/** A few words of the contract inside a spoken sentence: small first letter, no legal capitals, no full stop. */
export function mild(words: string): string {
  const plain = words
    .replace(/\s+/g, " ")
    .replace(/["“”]/g, "")
    .replace(LEGAL, (word) => word.toLowerCase())
    .replace(/[\s.,;:]+$/, "")
    .trim();
  return /^[A-Z][a-z]/.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
}

/** With a capital first letter. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A demand as a fact: "the heat must have been kept at 55 degrees" → "the heat was kept at 55 degrees". */
export function asFact(condition: string): string {
  return mild(condition)
    .replace(/\bmust have been\b/i, "was")
    .replace(/\bmust be\b/i, "is")
    .replace(/\bmust come\b/i, "comes")
    .replace(/\bmust not have\b/i, "had not")
    .replace(/\bmust\s+/i, "");
}
