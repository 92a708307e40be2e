import type { AdviceRequest } from "../advice.ts";
import { sinceStart, waitStated } from "./decide-wait.ts";
import type { ItemName } from "./name-item.ts";
import { asFact, listed } from "./phrases.ts";
import type { Reading } from "./read-clause.ts";
import type { Verdict } from "./verdict.ts";

const AT_MOST = 4;
const FEE = /\$\s?\d[\d,]*(?:\.\d{2})?/;

/** What the agent does now, in the imperative, drawn from the verdict and the clauses that came with it. */
export function nextStepsOf(
  verdict: Verdict,
  item: ItemName,
  { request, readings }: { request: AdviceRequest; readings: readonly Reading[] },
): string[] {
  const steps = verdict.grounds.flatMap((ground) => stepFor(ground));
  const bare = item.name.replace(/^(?:your|the) /, "");
  if (verdict.decision === "Yes" || verdict.decision === "Partial") {
    if (verdict.grounds[0].why !== "rule") {
      const wait = sinceStart(request) === null ? waitStated(readings)?.wait : undefined;
      if (wait !== undefined) steps.push(`Confirm that the ${wait.days}-day waiting period is over`);
      steps.push(bare === "that" ? "Open a claim" : `Open a claim: ${bare}`);
      steps.push(...feeStep(readings));
    }
  }
  if (verdict.decision === "No") steps.push("Read the deciding sentence to the customer");
  if (verdict.decision === "Unknown" && steps.length === 0)
    steps.push("Look it up or ask the policy team", "Offer to call back with the answer");
  return steps.slice(0, AT_MOST);
}

function stepFor(ground: Verdict["grounds"][number]): string[] {
  switch (ground.why) {
    case "option":
      return ground.held === null
        ? [`Check whether the ${ground.option} is on the contract`]
        : [`Explain how to add the ${ground.option}`];
    case "condition":
      return ground.met === null ? [`Confirm: ${asFact(ground.condition)}`] : [];
    case "cap":
    case "above-cap":
      return [`Tell them the limit: ${ground.cap}`];
    case "waiting":
      return ["Check the contract's start date"];
    case "doubt":
      return ["Ask for the missing fact before promising anything"];
    case "which-item":
      return [`Ask which it is: ${listed(ground.items, "or")}`];
    case "plan-unknown":
      return ["Find out which plan the customer has"];
    case "contradiction":
      return ["Have both clauses checked before promising anything"];
    default:
      return [];
  }
}

/** The fee for a visit, from the most special clause that states one. */
function feeStep(readings: readonly Reading[]): string[] {
  const stated = readings
    .filter((one) => one.hit.kind === "fee")
    .flatMap((one) => one.units.map((unit) => ({ unit, level: one.level })))
    .filter(
      ({ unit }) =>
        /\b(?:service|visit|call)\b[^.]{0,20}\b(?:fee|charge)\b/i.test(unit.text) && FEE.test(unit.text),
    )
    .toSorted((a, b) => b.level - a.level)[0];
  const fee = stated === undefined ? undefined : FEE.exec(stated.unit.text)?.[0];
  return fee === undefined ? [] : [`Tell them the ${fee} visit fee`];
}
