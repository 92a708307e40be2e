import type { Why } from "../decide/verdict.ts";
import type { ItemName } from "./name.ts";
import { asFact, mild } from "./phrases.ts";

/** The question that asks for exactly the missing fact; null where none is missing. */
export function clarify(why: Why, { name }: ItemName): string | null {
  switch (why.why) {
    case "option":
      return `Do you have the ${why.option}?`;
    case "open-exclusion":
      return `Do you know what happened? It is not covered where it comes from this: ${mild(why.what)}.`;
    case "condition":
      return `Can you tell me whether ${asFact(why.condition)}?`;
    case "doubt":
      return `Can you find out ${aboutYou(why.about)}?`;
    case "which-thing":
      return "Which item are you asking about?";
    case "silent":
      return name === "that" ? "Can you tell me a little more about what you need?" : null;
    default:
      return null;
  }
}

/** The caller's doubt as a question to them. */
export function aboutYou(about: string): string {
  if (/^(?:could|might|may)\b/i.test(about)) return "which of the two it is";
  return about
    .replace(/^if\s/i, "whether ")
    .replace(/\b(?:is it|and is|so is)\b.*$/i, "")
    .replace(/\bits\b/gi, "it's")
    .replace(/\b(?:my|our)\b/gi, "your")
    .replace(/\bi\b/gi, "you")
    .trim();
}
