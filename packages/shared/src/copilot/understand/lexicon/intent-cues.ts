/** The caller wants the benefit of a contract. */
export const CLAIMS =
  /\b(?:(?:file|filing|make|making|open|start|put in|submit|report|reporting|have|do|place) (?:a|an|my|another|the|this|one)?(?: \w+){0,4} ?(?:claims?|accident|theft|loss|damage|robbery|break in)|claim (?:for|on) my|(?:life|health|property|car|auto|insurance|home) (?:insurance )?claim)\b/;

/** Something happened: a loss, a theft, an accident. */
export const EVENTS =
  /\b(?:(?:got |was |were |been |is |had )?(?:stolen|robbed|burgled|burglarized|hacked|mugged|wrecked|totaled|totalled|vandalized|scammed|defrauded)|stole|accident|crash(?:ed)?|collision|rear ended|rollover|passed away|(?:has|have|had|just) died|victim of|identity theft|break in|broke into|broken into|burn(?:ed|t) down|caught fire|house fire|flood(?:ed)?|hurricane|tornado|hail|lightning|tree fell|hit (?:my|by|a|me)|destroyed|lost (?:it|my|the|a)|(?:have|has) lost|(?:not|never) (?:be able to )?find (?:it|my|the)|forgot where i put|(?:not know|no idea) where (?:my|it|the)\b.{0,20}\bis|somebody took|someone took|emergency room|injured|hospitalized|surgery)\b/;

/** The company's own service. */
export const SERVICE_THINGS =
  /\b(?:cards?|mastercard|visa|payments?|pay|pin|app|website|site|account|accounts|login|log in|password|balance|transfers?|transaction|transactions|refund|reimbursement|bills?|billing|billed|invoice|charge|charged|charges|fees?|appointment|appointments|technicians?|contractors?|electricians?|plumbers?|visit|request|application|loan|mortgage|statement|statements|direct debits?|standing orders?|deposit|withdrawal|withdraw|cheques?|checks?|money|atm|contactless|overdraft|limits?|top ?up|topups?|topped up|cash|order|orders|delivery|line|service|address|name|date of birth|rep|agent|claim|ticket)\b/;

/** What goes wrong with a service. */
export const SERVICE_FAULTS =
  /\b(?:declined?|declines|rejected|rejecting|reject(?:s|ing)?|refused|reverted|reversed|pending|on hold|blocked|frozen|failed|fails|failing|(?:is|are|was|were|be|am|do|does|did|can|could|will|would|have|has|had) not (?:seem to |even |be able to |yet |currently |actually )*(?:work|working|worked|able|go through|gone through|went through|arrived?|received?|show|showing|processed|completed|reflected|updated?|load|open|log ?in|login|access|make|pay|use|see|withdraw|deposit|send|top|find|figure|activate|transfer|change|get into|correct|coming|sent|here)|still not|still waiting|still (?:has|have) not|not showing|not in the list|never (?:received|got|arrived|came|showed|called|went)|wrong|incorrect|missing|mistake|error|out of order|(?:having|have|had|some) (?:a lot of )?trouble|(?:is|are|was) not (?:\w+ )?(?:correct|right)|did not (?:go|work|come|show|arrive)|useless|waiting (?:for )?(?:too long|hours|days|weeks|forever)|an issue|a problem|issues?|problems?|damaged|broken|without my (?:consent|knowledge)|was not aware|unauthorized|suspicious|do not recognize|delayed|disappear(?:s|ed)|chang(?:ed|ing) back|no changes|(?:did|do|have|has) not (?:get|receive|see|got|received)|not there yet|not (?:\w+ ){1,4}yet|should not have|can not be true|(?:was|is) not possible|are you kidding|waiting for (?:\w+ ){1,3}for too long|i can not (?:even )?(?:\w+ ){1,4}(?:card|payment|payments|app|account|cash|money|atm|website)|supposedly|nothing works)\b/;

/** The caller wants something put right that the company did, or did not do. */
export const COMPLAINTS =
  /\b(?:never (?:showed|came|called|arrived|turned up|fixed|got fixed|heard back)|no show|no one (?:showed|came|called)|nobody (?:showed|came|called|has)|did not show up|(?:charged|billed) (?:me )?(?:twice|double|again|two times|three times|the wrong|too much|without|for something)|double (?:charged|billed)|overcharged|(?:billing|charge|payment|invoice|account) (?:issues?|problems?|errors?|mistakes?|disputes?)|(?:weird|wrong|strange|odd|off|incorrect|mistake|error|problem|issue)s? (?:\w+ ){0,3}(?:bill|billing|invoice|charge|charges|account|statement)|(?:bill|invoice|charge|statement) (?:is|was|looks|seems) (?:\w+ )?(?:wrong|weird|off|incorrect|high|too)|(?:told|said|promised) (?:me |us )?(?:that )?(?:someone|somebody|they|he|she|the \w+|a \w+) would (?:be (?:here|out)|come|call|show)|complain(?:t|ing)?|file a complaint|ridiculous|unacceptable|outrageous|fed up|frustrated|third time|second time|same problem again|broke again|happened again|keeps? (?:happening|cancel\w*|charging|billing)|still (?:not fixed|broken|waiting|has not|have not)|(?:waiting|waited) (?:for )?(?:\w+ )?(?:weeks|days|hours|months)|hung up on|rude|speak (?:to|with) (?:a |your )?(?:manager|supervisor)|nobody (?:ever )?call(?:ed|s)|promised (?:me )?(?:to call|a call))\b/;

/** Information, or ordinary business of an account. */
export const INQUIRIES =
  /\b(?:quotes?|(?:i am |was )?wondering|(?:want|wanna|need|like|looking|have|help|trying|going|wish|love|can|could|please) (?:\w+ ){0,4}(?:get|know|find|check|change|changing|pay|cancel|cancell?ing|add|adding|remove|removing|enroll|enrolling|update|updating|switch|create|start|buy|purchase|renew|transfer|upgrade|downgrade|alter|ask|see|open|close|increase|decrease|set up|order|book|schedule|make|move|see if|give you|a copy|an update|a new|new|information|a plan|a policy)|question|questions|information|info|interested in|near(?:by)? (?:me|agent|insurance)|how (?:much|do|does|can|to|long)|i am (?:looking|calling|cutting|moving|selling|thinking)|new account|my (?:balance|policy number|plan|coverage)|insurance for|renters? insurance|home(?:owner)?s? insurance|no longer need|do not need|cancel my|change my|update my|add my)\b/;

/** A repair that did not hold: the company was there already. */
export const RECURRENCE =
  /\b(?:(?:exact )?same (?:exact )?(?:thing|problem|issue|noise|leak) (?:\w+ )?(?:again|as before)|(?:broke|broken|died|quit|stopped|failed|leaking|failing|happening|happened|out) again|(?:fixed|repaired|replaced|put in|were out|came out|was out|were here|was here) (?:\w+ ){0,6}(?:ago|already|last (?:week|month|time)|before)|back for free|still under guarantee|never (?:really )?fixed it|did not fix)\b/;

/** Asks why the service refuses or failed. */
export const NEGATED_WHY =
  /\b(?:why (?:is|are|was|were|do|does|did|can|could|will|would|has|have) (?:(?:not|i|it|my|you|they|the|that|this) (?:\w+ ){0,6}?(?:not|declined?|denied|rejected|cancelled|canceled|blocked|pending|reverted|charged|delayed|refused|failed|late|missing)|not)|where is my (?:\S+ ){0,3}(?:refund|refunded|money|payment|technician|card|order|check)|still (?:pending|missing))\b/;

/** What might happen is no complaint that it has. */
export const HYPOTHETICAL =
  /\b(?:what happens if|what if|in case|even if|if i|if we|too much trouble|no problem|not a problem)(?: (?:i|we|it|you))?(?: do| does)?(?: not)?(?: \w+)?/g;

/** The caller says that a question is all there is. */
export const ONLY_ASKING =
  /\b(?:(?:i|we) (?:just |only |also )*(?:have|had|got) (?:a|some|a few|two|three|a couple of) (?:quick |general )?questions?|just (?:asking|calling|wondering|curious|wanted) (?:to (?:ask|know|find out|check|see)|about|if)|(?:i am|i was) (?:just |only )+(?:asking|calling|curious|wondering)|(?:am|was|are) (?:just )?calling (?:about|to (?:ask|find out|check|see|inquire))|before (?:i|we) (?:decide|buy|sign)|thinking (?:about|of) (?:buying|signing|getting))\b/;
