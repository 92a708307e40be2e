import type { QuestionKind } from "../../domain/question.ts";
import { COVERED } from "./lexicon/coverage-phrases.ts";

const TIME =
  /^(?:so |and |about )?(?:how (?:long|soon|fast|quick|quickly|often|late|early|many (?:days|hours|weeks|months|years|times))|when|by when|what (?:time|day|date))\b|\b(?:waiting period|deadline|time ?limit|how long|how soon|how quick|how fast)\b/;
const AMOUNT =
  /\b(?:how much|how many dollars|what (?:do|does|will|would|did|should) (?:i|we|the customer|it|that|this|they|the [\w' ]{2,30}?) (?:\w+ )?(?:pay|owe|cost|run|keep|get back|charge)|cost|costs|price|fee|fees|charge|charges|deductible|copay|premium|limit|cap|maximum|most (?:you|the company) pays?|owe|percent)\b/;
const PROCEDURE =
  /^(?:so |and )?(?:how (?:do|does|can|would|should|to|is|did)|where (?:do|does|can|should|would)|who (?:do|does|should|can)|what (?:do|does|should|must) (?:i|we|the customer) (?:need|have|do)|what (?:is|are) the (?:process|procedure|steps?|next step|paperwork)|what (?:happens|documents|paperwork|number|form))\b/;
const YES_OR_NO = /^(?:is|are|was|were|do|does|did|can|could|will|would|should|may|has|have|am)\b/;
const NOT_PAID = /\b(?:pay for|paid for|pays for|paying for|covered?|covers?|coverage|included?|includes)\b/;

/** What a question is about, from its own words. A yes or no about the contract is a question of coverage. */
export function kindOf(text: string): QuestionKind {
  const words = text.toLowerCase().replace(/\?$/, "");
  if (/^(?:is|are) [\w' -]{1,60} covered$/.test(words)) return "coverage";
  if (
    /^(?:who (?:pays|covers|fixes|repairs|replaces|takes care|cleans|closes|patches|is responsible|is (?:going to )?(?:pay|fix))|what (?:is|does [\w' ]{1,24}) cover)/.test(
      words,
    )
  )
    return "coverage";
  if (TIME.test(words)) return "time";
  if (
    /^(?:how much\b|is there (?:a|an|any) (?:\w+ )?(?:limit|cap|maximum|fee|charge|cost|deductible)\b)/.test(
      words,
    )
  ) {
    return "amount";
  }
  if (
    /^does the customer (?:still )?(?:have|need) to pay (?:the company|again|anything|extra|more|twice|another)\b/.test(
      words,
    )
  )
    return "amount";
  if (NOT_PAID.test(words) && YES_OR_NO.test(words)) return "coverage";
  if (PROCEDURE.test(words)) return AMOUNT.test(words) && /^what/.test(words) ? "amount" : "procedure";
  if (AMOUNT.test(words)) return "amount";
  if (COVERED.test(words) || YES_OR_NO.test(words)) return "coverage";
  return "other";
}
