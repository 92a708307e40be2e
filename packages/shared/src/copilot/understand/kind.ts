import type { QuestionKind } from "../../domain/question.ts";

const COVER =
  /\b(?:cover\w*|includ\w+|(?:take|taken|takes) care of|on the plan|(?:in|on|under|of) (?:my|the|your|our) (?:plan|contract|warranty|policy)|fix(?:ed|es|ing)?|mend(?:ed|ing)?|sort (?:that|it|this)|look(?:ing)? after|replac\w+|repair\w*|on you|pay(?:ing|s)? for (?:the|my|that|it|this|a|those|them)|handle|do you (?:guys )?do|(?:plan|policy|contract|warranty|coverage) do for (?:me|us)|one of (?:yours|ours|those you)|down to you|your (?:end|job)|good to go|eligible|exclu\w+|do (?:those|that|them|these))\b/;
const TIME =
  /\b(?:how (?:long|soon|fast|quick|quickly|often|many (?:days|hours|weeks|months|years|times))|when (?:do|does|will|would|can|is|are|did)|by when|what (?:time|day|date)|how late)\b/;
const AMOUNT =
  /\b(?:how much|how many dollars|what is the most|the most (?:you|they|yall)|what (?:do|does|will|would|did|am|is) (?:\w+ ){0,3}(?:pay|owe|cost|run|charge|get back|put|fee|limit|price)|what is (?:that|it) (?:going to )?cost|what (?:\w+ ){0,4}(?:cost|comes off|get back|gonna cost)|(?:what is|whats) (?:the|my) (?:\w+ ){0,3}(?:limit|cap|fee|deductible|maximum|price|cost)|the (?:\w+ ){0,3}(?:limit|cap|maximum)|up to|is there a (?:fee|charge|limit|cap|cost)|price of)\b/;
const PROCEDURE =
  /\b(?:how (?:do|does|can|would|should|to|is|did)|where (?:do|does|can|should|would)|who (?:do|does|should|can) (?:i|we)|what (?:all )?(?:do|does|should|must) (?:i|we) (?:need|have|do|send)|what (?:is|are) the (?:process|procedure|steps?|next step)|what happens|should (?:i|we) (?:leave|call|turn|shut|get out)|do you want me to|what (?:all )?do i send)\b/;
const WHO_PAYS =
  /\bwho (?:is )?(?:going to )?(?:pays?|fix\w*|covers?|handles|takes care|repairs?|replaces?|is responsible)\b/;

/** What a question is about, from the words of it as they were spoken. */
export function kindOf(words: string): QuestionKind {
  if (WHO_PAYS.test(words)) return "coverage";
  if (TIME.test(words)) return "time";
  if (
    /^(?:so |and |well |but )*(?:what|why|where) (?:is|are|do|should|was|happened)\b/.test(words) &&
    !COVER.test(words) &&
    !AMOUNT.test(words)
  )
    return "procedure";
  if (AMOUNT.test(words)) return "amount";
  if (PROCEDURE.test(words) && !COVER.test(words.replace(PROCEDURE, ""))) return "procedure";
  return "coverage";
}

/** "Does that void it?": whether a cause that was told changes the cover. */
const VOIDS =
  /\b(?:does|do|will|would|is|are|can) (?:that|it|this|they|you) (?:\w+ ){0,3}(?:matter|void|voids|affect|count|disqualify|hurt|change anything|change things|a problem|an issue|against me|deny|denied|kill|still good|still count|still apply)\b/;

/** Whether the words ask whether something is covered, in so many words. */
export function asksCover(words: string): boolean {
  return COVER.test(words) || WHO_PAYS.test(words) || VOIDS.test(words);
}
