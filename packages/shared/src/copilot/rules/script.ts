import { choose } from "./choose.ts";
import { doubtQuestion } from "./clarify.ts";
import { ownShare } from "./decide-cap.ts";
import { dollarsText } from "./money.ts";
import type { ItemName } from "./name-item.ts";
import { asCause, asFact, capital, listed, mild } from "./phrases.ts";
import { spoken } from "./spoken.ts";
import type { Ground, Verdict } from "./verdict.ts";

/** Whom the words are for. */
export interface Listener {
  /** First name, where the customer is known. */
  readonly name: string | null;
  readonly plan: string | null;
  readonly question: string;
}

/** What the agent says: the decision, what matters about it, an offer. At most three short sentences. */
export function scriptOf(verdict: Verdict, item: ItemName, listener: Listener): string {
  const [ground] = verdict.grounds;
  const words = { item, is: item.plural ? "are" : "is", it: item.plural ? "they" : "it", ...listener };
  if (ground.why === "rule") return ruling(verdict, ground, words);
  if (verdict.decision === "Yes") return granting(ground, words);
  if (verdict.decision === "No") return refusing(ground, words);
  return verdict.decision === "Partial" ? parting(ground, words) : asking(ground, words);
}

interface Words extends Listener {
  readonly item: ItemName;
  readonly is: string;
  readonly it: string;
}

const pick = (words: Words, options: readonly [string, ...string[]]) => choose(options, words.question);
const under = ({ plan }: Words) => (plan === null ? "" : ` under your ${plan.replace(/ plan$/i, "")} plan`);

const contractOf = ({ plan }: Words) =>
  plan === null ? "your contract" : `your ${plan.replace(/ plan$/i, "")} plan`;

function granting(ground: Ground, words: Words): string {
  const { item, is } = words;
  const hello = words.name === null ? "Good news" : `Good news, ${words.name}`;
  const opening = pick(words, [
    `Yes, ${item.name} ${is} covered${under(words)}.`,
    `${hello}: ${item.name} ${is} covered${under(words)}.`,
    `Yes, ${contractOf(words)} covers ${item.name}.`,
  ]);
  if (ground.why === "inside-cap") {
    return `${opening} ${dollarsText(ground.cost)} is well within the limit of ${ground.cap}. Shall I open a claim for you?`;
  }
  const offer = pick(words, [
    "Shall I open a claim and get a technician out to you?",
    "I can open the claim with you right now.",
    "Would you like me to set up a visit?",
  ]);
  return `${opening} ${offer}`;
}

function refusing(ground: Ground, words: Words): string {
  const { item, is, it } = words;
  const sorry = words.name === null ? "I'm sorry" : `I'm sorry, ${words.name}`;
  const offer = pick(words, [
    "I'm happy to read you the exact wording.",
    "If it turns out to be something else, call us and we'll look at it again.",
    "Let me see what else I can do for you.",
  ]);
  switch (ground.why) {
    case "waiting":
      return `${sorry}, your coverage starts after the first ${ground.days} days, and those are not over yet. A failure from that time is not covered. I can check your start date with you.`;
    case "option":
      return `${sorry}, ${item.name} ${is} covered only with the ${ground.option}, and ${it} would need that first. I can tell you how to add it.`;
    case "condition":
      return `${sorry}, ${item.name} ${is} not covered this time. ${contractAsks(ground)} ${offer}`;
    case "cause":
      return `${sorry}, ${item.name} ${is} not covered in this case. ${ground.sentence === "" ? leftOut(ground.what) : spoken(ground.sentence)} ${offer}`;
    case "not-listed":
      return `${sorry}, ${item.name} ${is} not on the list of what your contract covers. ${offer}`;
    case "cap-used":
      return `${sorry}, the limit of ${ground.cap} is used up for this term. ${offer}`;
    default:
      return `${sorry}, ${item.name} ${is} not covered${under(words)}. ${offer}`;
  }
}

/** The condition in its own sentence: "The contract pays only if …", "… unless …". */
function contractAsks({ sense, condition }: Extract<Ground, { why: "condition" }>): string {
  return sense === "unless"
    ? `The contract does not pay unless ${asFact(condition)}.`
    : `The contract pays only if ${asFact(condition)}.`;
}

const DEED =
  /^(?:remove|dispose|restore|match|break|close|dig|open|clear|test|contain|pay|repair|replace|bring|provide|reach|haul|take|move|install|correct)\b/i;

/** A cause in a sentence of its own where its words allow one. */
function leftOut(what: string): string {
  const cause = asCause(what);
  if (DEED.test(cause)) return `The contract does not pay to ${cause}.`;
  return cause === "" || cause.split(" ").length > 12 || /[:;]/.test(cause)
    ? "The contract leaves out what caused it."
    : `The contract leaves out ${cause}.`;
}

function parting(ground: Ground, words: Words): string {
  const { item, is } = words;
  const subject = capital(item.name);
  switch (ground.why) {
    case "cap":
      return `${pick(words, [`Yes, ${item.name} ${is} covered${under(words)}, up to ${ground.cap}.`, `${subject} ${is} covered${under(words)} up to ${ground.cap}.`])} Anything above that would be yours. Shall I open a claim?`;
    case "above-cap":
      return `${subject} ${is} covered${under(words)} up to ${ground.cap}. With a price of ${dollarsText(ground.cost)}, about ${ownShare(ground)} would be yours to pay. Shall I open a claim?`;
    case "option":
      return `${subject} ${is} covered if you have the ${ground.option}. Let me check whether it is on your contract.`;
    case "open-exclusion":
      return `${subject} ${is} covered, but ${mild(ground.what)} would not be. Do you know what exactly has failed?`;
    case "condition":
      return ground.sense === "if"
        ? `${subject} can be covered if ${asFact(ground.condition)}. Can you tell me whether that is so?`
        : `I can't promise that yet: it is not covered unless ${asFact(ground.condition)}. Let me check that for you first.`;
    default:
      return `${subject} ${is} covered in part. Let me go through it with you.`;
  }
}

function asking(ground: Ground, words: Words): string {
  const { item, is } = words;
  switch (ground.why) {
    case "doubt":
      return `${pick(words, ["That turns on one thing I don't know yet.", "I'd rather not guess: it depends on one thing."])} ${doubtQuestion(ground.about)}`;
    case "which-item":
      return `I want to give you the right answer. Is that part of ${listed(
        ground.items.map((one) => `the ${one}`),
        "or",
      )}?`;
    case "plan-unknown":
      return `That depends on your plan: with ${listed(ground.plans, "or")}, ${item.name} ${is} not included. Which plan do you have?`;
    case "cause-unsettled":
      return `${capital(item.name)} ${is} covered in general, but here it depends on the cause. Let me check that before I promise anything.`;
    case "contradiction":
      return "Your contract says two different things about this. Let me have it checked before I promise anything, and call you back.";
    default:
      return pick(words, [
        "I don't find that in your contract, so I don't want to guess. Let me check it and come back to you.",
        "Your contract doesn't speak of that, as far as I can see. I'd like to ask and get back to you with a clear answer.",
      ]);
  }
}

function ruling(verdict: Verdict, ground: Extract<Ground, { why: "rule" }>, words: Words): string {
  const opening = {
    Yes: "Yes.",
    No: "I'm afraid not.",
    Partial: pick(words, ["That depends.", "In part."]),
    Unknown: "",
  }[verdict.decision];
  return `${opening} ${spoken(ground.sentence)}`.trim();
}
