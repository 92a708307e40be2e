import type { Why } from "../decide/verdict.ts";
import { mild } from "./phrases.ts";

/** Why, in about eight words, without a full stop. */
export function reasonOf(why: Why): string {
  switch (why.why) {
    case "granted":
      return "named among what is covered";
    case "inside-cap":
      return `${why.cost} is inside the limit of ${why.cap}`;
    case "cap":
      return `up to ${why.cap}`;
    case "above-cap":
      return `up to ${why.cap}; about ${why.own} is theirs`;
    case "cap-used":
      return `nothing is left of ${why.cap}`;
    case "open-exclusion":
      return `covered, but not ${short(why.what)}`;
    case "excluded":
      return `excluded: ${short(why.what)}`;
    case "cause":
      return `excluded cause: ${short(why.what)}`;
    case "waiting":
      return `the ${why.days}-day waiting period is not over`;
    case "option":
      return `only with the ${why.option}`;
    case "plan":
      return `not in the ${why.plan} plan`;
    case "condition":
      return `${why.sense === "if" ? "only if" : "unless"} ${short(why.condition)}`;
    case "place":
      return `only ${why.place}`;
    case "doubt":
      return "turns on a fact not known yet";
    case "which-thing":
      return "not clear yet which item is meant";
    case "rule":
      return "as the contract says";
    case "silent":
      return "not found in the contract";
  }
}

function short(words: string): string {
  const plain = mild(words);
  return plain.length <= 70 ? plain : `${plain.slice(0, 68).replace(/\s\S*$/, "")}…`;
}
