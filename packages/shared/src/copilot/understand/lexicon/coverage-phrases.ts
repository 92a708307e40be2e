/** Ways to say that the contract pays for something. */
export const COVERED =
  /\b(?:cover(?:ed|s|age|ing)?|included?|includes|taken care of|take care of|paid for|pays? for|paying for|on the plan|on my plan|in my plan|in the plan|under (?:the |my )?(?:warranty|contract|plan|policy)|part of (?:it|this|that|my plan|the (?:plan|contract|warranty))|(?:is|are) (?:that|this|it|they|the \w+(?: \w+)?) (?:one )?(?:in|on) there|on (?:you|y'all)|would pay|will pay|do pay|good to go|eligible|reimburse[ds]?|reimbursement|excluded?)\b/;
