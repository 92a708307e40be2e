import type { Verdict, Why } from "../decide/verdict.ts";
import { choose } from "./choose.ts";
import { aboutYou } from "./clarify.ts";
import type { ItemName } from "./name.ts";
import { asFact, capital, mild } from "./phrases.ts";
import { spoken } from "./spoken.ts";

/** Whom the words are for. */
export interface Listener {
  /** First name, where the customer is known. */
  readonly name: string | null;
  readonly plan: string | null;
  readonly question: string;
}

interface Words extends Listener {
  readonly item: string;
  readonly is: string;
}

/** What the agent says: the decision, what matters about it, an offer. At most three short sentences. */
export function scriptOf({ decision, why }: Verdict, item: ItemName, listener: Listener): string {
  const words = { ...listener, item: item.name, is: item.plural ? "are" : "is" };
  if (why.why === "rule") return ruling(decision, why.sentence);
  if (decision === null && why.why === "cap")
    return `${capital(words.item)} ${words.is} covered${under(words)} up to ${why.cap}.`;
  if (decision === "Yes") return granting(why, words);
  if (decision === "No") return refusing(why, words);
  return decision === "Partial" ? parting(why, words) : asking(why, words);
}

const pick = (words: Words, options: readonly [string, ...string[]]) => choose(options, words.question);
const under = ({ plan }: Words) => (plan === null ? "" : ` under the ${plan.replace(/ plan$/i, "")} plan`);

function granting(why: Why, words: Words): string {
  const hello = words.name === null ? "Good news" : `Good news, ${words.name}`;
  const opening = pick(words, [
    `Yes, ${words.item} ${words.is} covered${under(words)}.`,
    `${hello}: ${words.item} ${words.is} covered${under(words)}.`,
  ]);
  if (why.why === "inside-cap")
    return `${opening} ${why.cost} is well within the limit of ${why.cap}. Shall I open a claim for you?`;
  return `${opening} ${pick(words, ["Shall I open a claim and get a technician out to you?", "I can open the claim with you right now.", "Would you like me to set up a visit?"])}`;
}

function refusing(why: Why, words: Words): string {
  const { item, is } = words;
  const sorry = words.name === null ? "I'm sorry" : `I'm sorry, ${words.name}`;
  const offer = pick(words, [
    "I'm happy to read you the exact wording.",
    "Let me see what else I can do for you.",
  ]);
  switch (why.why) {
    case "waiting":
      return `${sorry}, your coverage starts after the first ${why.days} days, and a failure before that is not covered. I can check your start date with you.`;
    case "option":
      return `${sorry}, ${item} ${is} covered only with the ${why.option}, and I don't see it on your contract. I can tell you how to add it.`;
    case "plan":
      return `${sorry}, ${item} ${is} not included in the ${why.plan} plan.${why.other === null ? "" : ` The ${why.other} plan has it.`} ${offer}`;
    case "condition":
      return `${sorry}, ${item} ${is} not covered this time. The contract pays ${why.sense === "if" ? "only if" : "unless"} ${asFact(why.condition)}. ${offer}`;
    case "cause":
      return `${sorry}, ${item} ${is} not covered in this case: the contract leaves out ${mild(why.what)}. ${offer}`;
    case "excluded":
      return `${sorry}, ${item} ${is} not covered: the contract leaves out ${mild(why.what)}. ${offer}`;
    case "place":
      return `${sorry}, the contract covers only ${why.place}. ${offer}`;
    default:
      return `${sorry}, ${item} ${is} not covered${under(words)}. ${offer}`;
  }
}

function parting(why: Why, words: Words): string {
  const { item, is } = words;
  const subject = capital(item);
  switch (why.why) {
    case "cap":
      return `${pick(words, [`Yes, ${item} ${is} covered${under(words)}, up to ${why.cap}.`, `${subject} ${is} covered${under(words)} up to ${why.cap}.`])} Anything above that would be yours. Shall I open a claim?`;
    case "above-cap":
      return `${subject} ${is} covered${under(words)} up to ${why.cap}. With a price of ${why.cost}, about ${why.own} would be yours to pay. Shall I open a claim?`;
    case "option":
      return `${subject} ${is} covered if you have the ${why.option}. Let me check whether it is on your contract.`;
    case "open-exclusion":
      return `${subject} ${is} covered, except for this: ${mild(why.what)}. Do you know what happened?`;
    case "condition":
      return `${subject} can be covered ${why.sense === "if" ? "if" : "unless"} ${asFact(why.condition)}. Can you tell me whether that is so?`;
    default:
      return `${subject} ${is} covered in part. Let me go through it with you.`;
  }
}

function asking(why: Why, words: Words): string {
  if (why.why === "which-thing")
    return "I want to give you the right answer. Which item is it that you are asking about?";
  if (why.why === "condition")
    return `That depends on one thing: whether ${asFact(why.condition)}. Can you tell me that?`;
  if (why.why === "doubt")
    return `That turns on one thing that we don't know yet. Can you find out ${aboutYou(why.about)}?`;
  return pick(words, [
    "I don't find that in your contract, so I don't want to guess. Let me check it and come back to you.",
    "Your contract doesn't speak of that, as far as I can see. I'd like to ask and get back to you with a clear answer.",
  ]);
}

function ruling(decision: Verdict["decision"], sentence: string): string {
  const opening =
    decision === "Yes"
      ? "Yes."
      : decision === "No"
        ? "I'm afraid not."
        : decision === "Partial"
          ? "That depends."
          : "";
  return `${opening} ${spoken(sentence)}`.trim();
}
