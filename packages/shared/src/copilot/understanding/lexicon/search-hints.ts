/**
 * What callers ask in words that no contract uses, and the contract's words for it. They are added to a search;
 * they decide nothing.
 */
export const SEARCH_HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /\bhow (?:soon|fast|quick|quickly|long)\b.{0,80}?\b(?:come|comes|coming|out|here|somebody|someone|guy|technician|shows?|visit|wait|sit)\b|\bwhen (?:will|can|would) (?:someone|somebody|they|the technician)\b/,
    "response time service request schedule",
  ],
  [
    /\b(?:pay|owe|cost|charge)\b.{0,80}?\b(?:visit|technician|guy|man|comes|shows)\b|\bvisit cost\b/,
    "service fee",
  ],
  [/\bget back\b|\bmoney back\b|\brefund\b/, "refund cancellation"],
  [
    /\b(?:buyers?|people who buy|new owners?)\b|\bswitch (?:it|the contract) over\b/,
    "transfer sale of the home",
  ],
  [/\bnew (?:house|home|place)\b/, "moving new home transfer"],
  [/\bsame brand\b/, "replacement similar features brand"],
  [/\bhaul\b|\btake (?:the|my) old\b/, "removal disposal old equipment haul away"],
  [/\b(?:guarantee|same (?:thing|problem) again)\b/, "repair guarantee"],
  [
    /\b(?:own (?:contractor|guy|plumber|electrician|technician|man)|contractor put|money back)\b/,
    "own contractor reimbursement authorization",
  ],
  [/\b(?:take|get|have|want) (?:the )?(?:cash|money)\b/, "cash in lieu payment instead of replacement"],
  [
    /\b(?:clos|paint|patch|drywall|open)\w*\b.{0,80}?\b(?:wall|will|ceiling|floor|hole)\b/,
    "access opening closing walls restoration",
  ],
  [/\b(?:meat|food|carpet|floor|flooring|furniture|ceiling)\b/, "secondary damage consequential loss"],
  [/\bnever (?:showed|came)|\bmissed\b|\bno show\b/, "missed appointment"],
];
