import { ownShare } from "./decide-cap.ts";
import { dollarsText } from "./money.ts";
import { asCause, listed, mild } from "./phrases.ts";
import type { Ground } from "./verdict.ts";

/** Why, in about eight words, without a full stop. */
export function reasonOf(ground: Ground): string {
  switch (ground.why) {
    case "granted":
      return "named among what is covered";
    case "inside-cap":
      return `${dollarsText(ground.cost)} is inside the limit of ${ground.cap}`;
    case "cap":
      return `up to ${ground.cap}`;
    case "above-cap":
      return `up to ${ground.cap}; about ${ownShare(ground)} is theirs`;
    case "cap-used":
      return `nothing is left of ${ground.cap}`;
    case "open-exclusion":
      return `covered, but not ${mild(ground.what)}`;
    case "excluded":
      return ground.what === "" ? "excluded by the contract" : `excluded: ${mild(ground.what)}`;
    case "cause":
      return `excluded cause: ${asCause(ground.what)}`;
    case "cause-unsettled":
      return "no clause found rules on the cause";
    case "waiting":
      return `the ${ground.days}-day waiting period is not over`;
    case "option":
      return `only with the ${ground.option}`;
    case "condition":
      return `${ground.sense === "if" ? "only if" : "unless"} ${mild(ground.condition)}`;
    case "doubt":
      return "turns on a fact not known yet";
    case "which-item":
      return `could be the ${listed(ground.items, "or")}`;
    case "plan-unknown":
      return `not in the ${listed(ground.plans, "and")} plan`;
    case "rule":
      return "as the contract says";
    case "not-listed":
      return "not on the list of covered items";
    case "contradiction":
      return "two clauses of equal rank contradict each other";
    case "silent":
      return "not in the contract";
  }
}
