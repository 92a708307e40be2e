const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(do|does|did|is|are|was|were|has|have|had|could|would|should|ca|wo)nt\b/gi, "$1n't"],
  [/\bcan not\b/gi, "can't"],
  [/\b(i)m\b/gi, "$1'm"],
  [/\b(i|we|you|they|could|would|should|might)ve\b/gi, "$1've"],
  [/\b(that|there|what|who|he|she)s\b/gi, "$1's"],
];

/** A caller's words with the apostrophes that speech recognition leaves out: "dont" → "don't". */
export function writtenOut(words: string): string {
  return FORMS.reduce((text, [pattern, form]) => text.replace(pattern, form), words.replaceAll("’", "'"));
}
