const CONDITIONAL = /\b(?:if|would|upgrade|switch|move up|changed?)\b/i;

/** The plan that a question supposes: "if I had Premier", "under Complete would it". Null: the customer's own. */
export function planSaid(words: string, plans: readonly string[]): string | null {
  if (!CONDITIONAL.test(words)) return null;
  // The longest first: "Select Plus" is not "Select".
  return (
    plans
      .toSorted((a, b) => b.length - a.length)
      .find((plan) => {
        const name = plan.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        return new RegExp(
          `\\b(?:had|have|to|with|under|on|got|get|went|go|take|took|buy|bought)(?: the)? ${name}\\b`,
          "i",
        ).test(words);
      }) ?? null
  );
}
