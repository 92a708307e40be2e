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
  /\b(unless|only (?:if|when|where)|but only (?:if|when)|provided(?: that)?|on condition that|as long as|so long as|if|where)\s+(.+?)(?=[.;]?\s*$|;\s)/i;
const ORDINARY =
  /\b(?:working order|good working|normal (?:use|wear)|wear and tear|break(?:s)? ?down|fails?|became inoperable|visit (?:charge|fee)|service fee|necessary|we (?:can|determine|decide|choose)|cannot be repaired|during the (?:term|plan|contract))\b/i;

/** The condition of a sentence, if it has one. */
export function conditionOf(sentence: string): Condition | null {
  const opening = OPENING.exec(sentence);
  if (opening !== null) return found(opening[1] ?? "", /^unless/i.test(sentence), 0, opening[0].length);
  const within = WITHIN.exec(sentence);
  if (within === null) return null;
  const end = within.index + within[0].length;
  return found(within[2] ?? "", /^unless/i.test(within[1] ?? ""), within.index, end);
}

function found(text: string, unless: boolean, start: number, end: number): Condition {
  return { sense: unless ? "unless" : "if", text: text.trim(), start, end, ordinary: ORDINARY.test(text) };
}
