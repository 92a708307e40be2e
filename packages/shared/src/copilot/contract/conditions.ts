/** What must be so for a sentence to hold. Offsets are into the sentence. */
export interface Condition {
  /** "unless": it holds only if the condition is not so. */
  readonly sense: "if" | "unless";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Preconditions that every claim has: working order at the start, normal wear, a fee. */
  readonly ordinary: boolean;
}

const OPENING = /^(?:if|where|when|unless|provided(?: that)?|only if|as long as)\s+([^,]+),/i;
const WITHIN =
  /\b(unless|(?:but )?only (?:if|when|where)|provided(?: that)?|on condition that|as long as|so long as|if|where|when)\s+(.+?)(?=[.;]?\s*$|;\s|,\s+up to\b)/i;
const ORDINARY =
  /\b(?:working order|good working|normal (?:use|wear)|wear and tear|break(?:s)? ?down|fails?|failure|became inoperable|visit (?:charge|fee)|service fee|necessary|we (?:can|determine|decide|choose|replace|repair|need)|cannot be (?:repaired|rebuilt|fixed)|during the (?:term|plan|contract)|your plan(?: schedule)? includes|is part of|needed|required|you (?:ask|sell|move|renew|disagree|cancel|miss))\b/i;
const DUTY =
  /\b((?:you|it|they|the [\w ]{2,30}?|an? [\w ]{2,30}?)\s+must\s+(?:not\s+)?(?:have\s+)?(?:be(?:en)?\s+)?[^.;]+)/i;

/** The condition of a sentence, if it has one. */
export function conditionOf(sentence: string): Condition | null {
  const opening = OPENING.exec(sentence);
  if (opening !== null)
    return found(opening[1] ?? "", { unless: /^unless/i.test(sentence), start: 0, end: opening[0].length });
  const within = WITHIN.exec(sentence);
  if (within === null) return null;
  const end = within.index + within[0].length;
  return found(within[2] ?? "", { unless: /^unless/i.test(within[1] ?? ""), start: within.index, end });
}

/** "The heat must have been kept at 55 degrees": a condition in a sentence of its own. */
export function dutyOf(sentence: string): Condition | null {
  const duty = DUTY.exec(sentence);
  if (duty === null) return null;
  return found(duty[1] ?? "", { unless: false, start: duty.index, end: duty.index + duty[0].length });
}

function found(
  text: string,
  { unless, start, end }: { unless: boolean; start: number; end: number },
): Condition {
  return { sense: unless ? "unless" : "if", text: text.trim(), start, end, ordinary: ORDINARY.test(text) };
}
