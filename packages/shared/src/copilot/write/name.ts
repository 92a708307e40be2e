import type { AskedThing } from "../understand/question.ts";

/** What is asked about, as the agent calls it to the customer. */
export interface ItemName {
  /** "your water heater"; "that" where no plain name is known. */
  readonly name: string;
  readonly plural: boolean;
}

/** Names the thing for a sentence that the agent says. */
export function nameOf(thing: AskedThing | null): ItemName {
  if (!thing || !/^[\p{L}\p{N}][\p{L}\p{N}'’&/ -]{0,59}$/u.test(thing.said))
    return { name: "that", plural: false };
  const bare = thing.said
    .replace(/^(?:the|my|our|your|a|an|his|her|their|this|that|these|those) /i, "")
    .replace(/\b(?:my|our)\b/g, "your");
  const owned = /\b(?:in|of|on|from|under|for) (?:the|your)\b/.test(bare);
  return { name: `${owned ? "the" : "your"} ${bare}`, plural: thing.plural };
}
