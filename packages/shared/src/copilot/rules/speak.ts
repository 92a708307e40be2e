import type { Advice, AdviceRequest } from "../advice.ts";
import { choose } from "./choose.ts";
import { citationsFor } from "./cite.ts";
import { ownShare } from "./decide-cap.ts";
import { dollarsText } from "./money.ts";
import { type ItemName, nameItem } from "./name-item.ts";
import { spoken } from "./spoken.ts";
import type { Ground, Verdict } from "./verdict.ts";

/** Puts a verdict into the words of a card. */
export function speak(verdict: Verdict, request: AdviceRequest): Advice {
  const item = nameItem(request.question.text);
  const [ground] = verdict.grounds;
  const clarifyingQuestion = clarify(ground, item);
  return {
    decision: verdict.decision,
    reason: reasonOf(ground),
    script: scriptOf(verdict, item, request),
    citations: citationsFor(verdict.proofs),
    nextSteps: stepsOf(verdict, item),
    ...(clarifyingQuestion === null ? {} : { clarifyingQuestion }),
  };
}

function reasonOf(ground: Ground): string {
  switch (ground.why) {
    case "granted":
      return "named among what is covered";
    case "inside-cap":
      return `${dollarsText(ground.cost)} is inside ${ground.cap}`;
    case "cap":
      return `up to ${ground.cap}`;
    case "above-cap":
      return `up to ${ground.cap}; about ${ownShare(ground)} is theirs`;
    case "cap-used":
      return `nothing left of ${ground.cap}`;
    case "open-exclusion":
      return ground.what.length === 0 ? "some parts are excluded" : `not ${ground.what}`;
    case "excluded":
      return `${ground.what} excluded by name`;
    case "cause":
      return `${ground.what} excluded`;
    case "waiting":
      return `${ground.days} days' wait is not over`;
    case "option":
      return `only with the ${ground.option}`;
    case "condition":
      return `${ground.sense === "if" ? "only if" : "not if"} ${ground.condition}`;
    case "cause-unsettled":
      return "no clause found rules on the cause";
    case "doubt":
      return "it turns on a fact not known yet";
    case "plan-unknown":
      return "it depends on the plan";
    case "rule":
      return "as the contract says";
    case "not-listed":
      return "not on the list of what is covered";
    case "contradiction":
      return "two clauses contradict each other";
    case "silent":
      return "not in the contract";
  }
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function scriptOf(verdict: Verdict, item: ItemName, request: AdviceRequest): string {
  const [ground] = verdict.grounds;
  const is = item.plural ? "are" : "is";
  const name = upper(item.name);
  const pick = (options: readonly [string, ...string[]]) => choose(options, request.question.text);
  switch (ground.why) {
    case "granted":
      return pick([
        `Yes, ${item.name} ${is} covered. Shall I open a claim and book a technician for you?`,
        `Good news: ${item.name} ${is} covered under your plan. I can set up a visit right now if you like.`,
      ]);
    case "inside-cap":
      return `Yes, ${item.name} ${is} covered, and ${dollarsText(ground.cost)} is inside the limit of ${ground.cap}. Shall I open a claim for you?`;
    case "cap":
      return `${name} ${is} covered up to ${ground.cap}. Anything above that would be yours to pay. Shall I open a claim?`;
    case "above-cap":
      return `${name} ${is} covered up to ${ground.cap}. With a cost of ${dollarsText(ground.cost)}, about ${ownShare(ground)} would be yours to pay. Shall I open a claim?`;
    case "open-exclusion":
      return `${name} ${is} covered, but not every part of it. The contract leaves out ${ground.what}. Do you know which part has failed?`;
    case "excluded":
    case "cause":
      return `I'm sorry, ${item.name} ${is} not covered here. The contract leaves out ${ground.what}. I'm happy to show you the exact wording.`;
    case "waiting":
      return `I'm sorry, the first ${ground.days} days of your plan are not over yet, so ${item.name} ${is} not covered today. I can check the date with you.`;
    case "option":
      return ground.held === false
        ? `I'm sorry, ${item.name} ${is} only covered with the ${ground.option}, and you don't have it.`
        : `${name} ${is} covered with the ${ground.option}. Let me check whether you have it.`;
    case "condition":
      return `${name} ${is} covered only if ${ground.condition}. Can you tell me whether that is so?`;
    case "cause-unsettled":
      return `${name} ${is} covered in general, but it depends on the cause. Let me check what your contract says about that before I promise anything.`;
    case "doubt":
      return `That depends on one thing: ${ground.about}. Could you find that out for me?`;
    case "plan-unknown":
      return "That depends on your plan. Which plan do you have?";
    case "rule":
      return spoken(ground.sentence);
    case "not-listed":
      return `I'm sorry, ${item.name} ${is} not on the list of what your plan covers.`;
    case "cap-used":
    case "contradiction":
    case "silent":
      return "I don't see that in your contract, so I don't want to guess. Let me check it and come back to you.";
  }
}

function clarify(ground: Ground, item: ItemName): string | null {
  if (ground.why === "option" && ground.held === null)
    return `Did you add the ${ground.option} to your plan?`;
  if (ground.why === "condition" && ground.met === null)
    return `Can you confirm this for ${item.name}: ${ground.condition}?`;
  if (ground.why === "open-exclusion") return `Which part of ${item.name} has failed?`;
  if (ground.why === "silent") return `What exactly has failed, and where is it?`;
  return null;
}

function stepsOf(verdict: Verdict, item: ItemName): string[] {
  if (verdict.decision === "Yes" || verdict.decision === "Partial")
    return [`Open a claim: ${item.name.replace(/^your /, "")}`];
  return ["Offer to read the wording to the customer"];
}
