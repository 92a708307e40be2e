import type { Verdict } from "../decide/verdict.ts";
import type { ItemName } from "./name.ts";
import { asFact } from "./phrases.ts";
import type { Speaking } from "./speak.ts";

const AT_MOST = 4;

/** What the agent does now, in the imperative. */
export function nextStepsOf(verdict: Verdict, item: ItemName, { fee, danger, question }: Speaking): string[] {
  if (danger !== null) return ["Stay on the line until everybody is safe", "Open a claim only afterwards"];
  const steps = stepsFor(verdict);
  const { decision } = verdict;
  if ((decision === "Yes" || decision === "Partial") && question.dealing === null) {
    const bare = item.name.replace(/^(?:your|the) /, "");
    steps.push(bare === "that" ? "Open a claim" : `Open a claim: ${bare}`);
    if (fee !== null) steps.push(`Tell them the ${fee} visit fee`);
  }
  if (decision === "No") steps.push("Read the deciding sentence to the customer");
  if (decision === "Unknown" && steps.length === 0)
    steps.push("Look it up or ask the policy team", "Offer to call back with the answer");
  return steps.slice(0, AT_MOST);
}

function stepsFor({ why }: Verdict): string[] {
  switch (why.why) {
    case "option":
      return why.held === null
        ? [`Check whether the ${why.option} is on the contract`]
        : [`Check that the ${why.option} is not on the contract`, `Explain how to add the ${why.option}`];
    case "condition":
      return why.met === null ? [`Confirm: ${asFact(why.condition)}`] : [];
    case "cap":
    case "above-cap":
      return [`Tell them the limit: ${why.cap}`];
    case "waiting":
      return ["Check the contract's start date"];
    case "open-exclusion":
      return ["Ask what happened before promising anything"];
    case "doubt":
      return ["Ask for the missing fact before promising anything"];
    case "which-thing":
      return ["Ask which item is meant"];
    default:
      return [];
  }
}
