/** Ways to say that a thing in the home does not work any more, beside its name. */
export const FAILED =
  /\b(?:leak(?:s|ed|ing|y)?|broke|broken|breaks|died|dead|no (?:heat|hot water|cold air|cool air|air|cooling)|quit|quits|stopped|stops working|not (?:\w+ )?(?:work|working|cool|cooling|heat|heating|turn|turning|start|starting|drain|draining|spin|run|running|light|open|close|closing|flush|come on|go|getting (?:cold|hot|warm)|get (?:cold|hot|warm)|stay|fill|make|making|blow|blowing|ignite|move|heats?|charge|charging)|clog(?:ged|s|ging)?|back(?:ed|ing|s) up|burst|busted|crack(?:ed|ing)?|got a crack|rust(?:ed|ing|y)?|corroded|froze|frozen|smok(?:ing|ed)|spark(?:s|ed|ing)|trip(?:s|ped|ping)|overflow(?:s|ed|ing)?|drip(?:s|ped|ping)?|flood(?:ed|ing)?|noise|noises|grinding|humming|hums|buzzing|rattling|squealing|screaming|hissing|spitting|smells?|blowing (?:hot|warm|cold)|blows (?:hot|warm|cold)|went out|goes out|gave out|conked|kicked the bucket|bit the dust|is shot|fried|blew|shorted|stuck|jammed|fail(?:s|ed|ing)?|acting up|malfunction(?:s|ed|ing)?|error code|wore out|worn out|fell apart|snapped|came off|came loose|fell off|fall(?:s|ing)? (?:out|apart|off)|is out|is gone|motor is going|went (?:dead|bad|down)|going bad|is bad|no longer works|never worked|ruined|damaged|destroyed|collapsed|needs? (?:it )?(?:to be )?(?:fixed|fixing|repaired|replaced|repair|a repair)|problem with|problems with|trouble with|issue with|issues with|(?:something|anything) (?:is )?wrong with|clicks|on the fritz)\b/;

export const REFUND_WANTED =
  /\b(?:(?:get|want|need|give|like|expect|waiting for|promised|told|supposed to get|supposed to|deserve|owed?)\b.{0,80}?\b(?:refund(?:ed)?|reimbursed?|reimbursement|money back))\b/;

/** What a home goes without when a thing has failed that the caller does not name. */
export const WITHOUT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:no|not (?:have|getting|get) (?:any|enough)?) ?hot water\b/, "water heater"],
  [/\b(?:no|not (?:have|getting|get) any) heat(?:ing)?\b/, "heating"],
  [
    /\bno (?:cold|cool) air\b|\b(?:no|not (?:have|getting|get) any) (?:air conditioning|cooling)\b/,
    "air conditioner",
  ],
];

/** What a thing does when something is wrong with it; beside a thing's name only. */
export const MISBEHAVES =
  /\b(?:will not|does not|did not|is not|are not|has no|have no|no longer|keeps?|leaves? (?:a |water|puddles?)|puddles?|takes (?:like |about |over )?(?:\w+ )?(?:hours?|forever|ages|too long)|goes? (?:up|down|on and off)|comes? back|wobbl\w+|chirp\w*|shak(?:es|ing)|vibrat\w+|no (?:suction|power|pressure|spark|flame)|brown spot|wet spot|stain|scratched|chewed|came apart|eaten up|burned out|burnt out|shot|blank|loud|beep\w*|flash(?:es|ing)|red light|error|stuck|loose|crooked)\b/;
