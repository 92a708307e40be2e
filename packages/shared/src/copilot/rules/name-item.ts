import { askedWords } from "./subject.ts";
import { wordsOf } from "./words.ts";

/** What is asked about, as the agent would call it to the customer. */
export interface ItemName {
  /** "your water heater", "the compressor in your air conditioner". */
  readonly name: string;
  readonly plural: boolean;
}

const LEADING =
  /^(?:(?:also|even|just|still|to|for|get|getting|have|having|a|an|any|some|my|our|the|your|their|his|her|this|that|these|those|cover|repair|replace|repairing|replacing|fixing|new)\s+)+/i;
const VAGUE = /^(?:it|that|this|they|them|those|these|something|anything|everything|one)$/i;

/** Names the thing asked about from the question's own words; "this" where they name none. */
export function nameItem(question: string): ItemName {
  const words = (askedWords(question) ?? "")
    .replace(/[?.!,;:]+$/, "")
    .replace(/\s+(?:themselves|itself|myself|yourself|too|also|now|again)$/i, "")
    .trim();
  const had = /^(?:the|a|an|any|this|that|these|those)\s/i.test(words);
  const bare = words.replace(LEADING, "").trim();
  const count = wordsOf(bare).length;
  if (
    bare === "" ||
    VAGUE.test(bare) ||
    count > 8 ||
    /\b(?:i|you|we|do|does|is|are|will|can|what|how|when|who|it|customer|company|gets?|they|them|if|times|technician)\b/i.test(
      bare,
    )
  ) {
    return { name: "this", plural: false };
  }
  const spoken = toSecondPerson(lowered(bare));
  const owned =
    /\b(?:in|of|on|from) your\b/.test(spoken) || (had && /\b(?:in|of|on|under|inside|from)\b/.test(spoken));
  return { name: `${owned ? "the" : "your"} ${spoken}`, plural: isPlural(spoken) };
}

function lowered(words: string): string {
  return words.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function toSecondPerson(words: string): string {
  return words.replace(/\b(?:my|our)\b/gi, "your").replace(/\b(?:me|us)\b/gi, "you");
}

function isPlural(words: string): boolean {
  const main = words.replace(/\s(?:in|of|on|for|under|inside|from|at|with|by|near|to)\s.*$/i, "");
  if (/\band\b/i.test(main)) return true;
  const head = wordsOf(main).at(-1)?.text ?? "";
  return /[^su]s$/.test(head) && !/^(?:gas|bus|glass|hvac|lens)$/.test(head);
}
