import type { ItemName } from "./name-item.ts";
import { asFact, capital, listed, mild } from "./phrases.ts";
import type { Ground } from "./verdict.ts";

/** The question that asks for exactly the missing fact; null where none is missing. */
export function clarify(ground: Ground, item: ItemName): string | null {
  switch (ground.why) {
    case "option":
      return ground.held === null ? `Did you add the ${ground.option} to your plan?` : null;
    case "condition":
      return ground.met === null ? conditionQuestion(ground.condition) : null;
    case "doubt":
      return doubtQuestion(ground.about);
    case "which-item":
      return `Is it part of ${listed(
        ground.items.map((one) => `the ${one}`),
        "or",
      )}?`;
    case "plan-unknown":
      return "Which plan do you have?";
    case "open-exclusion":
      return item.name === "that" ? "Which part has failed?" : `Which part of ${item.name} has failed?`;
    case "cause-unsettled":
      return "What did the technician say caused it?";
    case "silent":
      return item.name === "that"
        ? "What exactly has failed, and where is it?"
        : `What exactly is wrong with ${item.name}?`;
    default:
      return null;
  }
}

function conditionQuestion(condition: string): string {
  const fact = asFact(condition);
  const was = /^(.*?)\s(was|were|is|are)\s(.+)$/i.exec(fact);
  if (was !== null && (was[1] ?? "").split(" ").length <= 7)
    return `${capital(was[2] ?? "")} ${mild(was[1] ?? "")} ${was[3]}?`;
  const knew = /^you (?:did not|didn't) know of (.+)$/i.exec(fact);
  if (knew !== null) return "Did you know of this before your contract began?";
  const approved = /^we approved (.+)$/i.exec(fact);
  if (approved !== null) return `Did we approve ${approved[1]}?`;
  return `Can you tell me whether ${fact}?`;
}

/** Asks for the fact that the caller or the clause left open. */
export function doubtQuestion(about: string): string {
  const fact = mild(about)
    .replace(/\bi'm\b/gi, "you're")
    .replace(/\bmy\b/gi, "your")
    .replace(/\bi\b/g, "you")
    .replace(/\bits (?=(?:the|a|an|got|in|on|from|wired|just|one|still|gas|electric|solar)\b)/gi, "it's ")
    .replace(UNSAID, "")
    .trim();
  if (/^(?:if|whether)\s/i.test(fact)) return `Can you find out ${fact.replace(/^if\s/i, "whether ")}?`;
  if (/^either\s/i.test(fact)) return `Can you find out whether it is ${fact.replace(/^either\s+/i, "")}?`;
  if (/\b(?:might|could|may)\b/i.test(fact)) return "Can you find out which of the two it is?";
  return `Can you find out ${fact}?`;
}

/** What callers add to a doubt without saying more of it. */
const UNSAID =
  /\s+(?:could(?:['’]ve| have| be)\b.*|(?:they|we|you|i) (?:can['’]?t|cannot|couldn['’]?t|don['’]?t) (?:tell|say|know)\b.*|(?:my|your) (?:husband|wife|son|daughter|mom|dad|brother|sister) (?:would|might|may)\b.*)$/i;
