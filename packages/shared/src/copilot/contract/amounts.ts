import { type Amount, amountsWritten } from "../language/money.ts";

/** A cap or a fee as a sentence states it. */
export interface StatedAmount extends Amount {
  /** What it is counted by, as "per term" or "per pound"; empty where nothing is said. */
  readonly per: string;
  /** Whether it caps what the company pays. */
  readonly isCap: boolean;
}

const CAP_BEFORE =
  /\b(?:maximum|limit)(?: \w+){0,3}\s*:\s*$|\b(?:up to|limit(?:ed)?(?: to| of| is)?|maximum(?: of)?|max(?: of)?|no more than|not more than|at most|most we (?:will )?pay[\w ]*|beyond(?: the first)?|cap(?:ped)?(?: at| of)?|not exceed(?:ing)?|exceed)\s*(?:the |a |an |first )?$/i;
const CAP_AFTER =
  /^\s*(?:aggregate|limit|maximum|max|cap|in (?:all|total)|(?:per|each|a|every) (?:term|claim|year|item|occurrence|incident|visit|call|contract|agreement|plan|repair|unit|pound|appliance|system|faucet))/i;
const FEE_NEAR = /\b(?:fee|charge|you pay|you owe|deductible|price|premium|administration|credit you|add)\b/i;
const PER = /^[^.;,$]{0,30}?\b((?:per|each|every|a|an) (?:agreement term|contract term|[a-z]+))/i;

/** The amounts of money in a sentence, with what they mean there. `under` tells that it stands under "LIMIT:". */
export function amountsIn(text: string, under: boolean): StatedAmount[] {
  return amountsWritten(text).map((amount) => {
    const before = text.slice(Math.max(0, amount.start - 40), amount.start);
    const after = text.slice(amount.end, amount.end + 45);
    const isCap =
      CAP_BEFORE.test(before) ||
      ((under || CAP_AFTER.test(after)) && !FEE_NEAR.test(before.slice(-30) + after.slice(0, 12)));
    return { ...amount, per: PER.exec(after)?.[1] ?? "", isCap };
  });
}
