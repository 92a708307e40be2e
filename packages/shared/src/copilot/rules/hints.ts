/** What callers say for things that contracts call otherwise, where no single word stands for it. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:pay|costs?|charged?|owe|run me|price)\b.*\b(?:comes?|come out|shows? up|visit|each time|guy|technician|somebody|someone)\b/i,
    "service fee visit fee",
  ],
  [
    /\bhow (?:soon|long|quick\w*|fast)\b.*\b(?:comes?|here|shows?|out|gets?|arrive|there|wait)\b/i,
    "response assign contact hours visit",
  ],
  [
    /\bcancel\w*|\b(?:get|want|getting) (?:me )?out of\b|\bwant out\b|\bstop (?:the|my) (?:plan|contract)\b|\bquit (?:the|my) (?:plan|contract)\b/i,
    "cancel cancellation refund",
  ],
  [
    /\b(?:money|check|paid) back\b|\bmy check\b|\bsent? in the (?:invoice|receipt)s?\b/i,
    "reimburse reimbursement refund",
  ],
  [/\bsell(?:ing)?\b|\bbuyers?\b|\bnew owners?\b/i, "transfer buyer sell"],
  [/\bwhere (?:is )?my claim\b|\bstatus\b|\bcheck on\b|\bmy claim is at\b/i, "track claim number follow"],
  [/\b(?:don['’]?t|do not) agree\b|\bdisagree\b|\banother opinion\b/i, "second opinion disagree diagnosis"],
  [
    /\bsame (?:thing|problem|issue)\b.*\bagain\b|\bagain\b.*\bsame (?:thing|problem)\b|\bdoing it again\b|\bcomes? back\b/i,
    "repair guarantee returns same failure",
  ],
  [
    /\b(?:signed up|just joined|just bought|new customer)\b|\balready call\b|\bwhen (?:does|do|can|is) (?:it|my|the) (?:coverage|plan|contract|protection)?\s*(?:start|begin)\w*/i,
    "coverage begins waiting period days",
  ],
  [
    /\blate\b.*\bpay(?:ment|ing)?\b|\bmiss(?:ed)? (?:a|my) payment\b|\bpayment\b.*\blate\b/i,
    "late payment paused",
  ],
  [/\b(?:most|maximum|max|limit|cap)\b/i, "limit maximum up to"],
  [/\b(?:file|open|start|report|turn in|put in)\b.*\b(?:claim|request|problem)\b/i, "file claim report"],
];

/** Words of the contract's kind for what a caller asks, to look for beside their own. */
export function hintsFor(words: string): string {
  return HINTS.filter(([pattern]) => pattern.test(words))
    .map(([, hint]) => hint)
    .join(" ");
}
