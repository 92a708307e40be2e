const ADVERB =
  "(?:please |just |also |maybe |actually |possibly |really |only |quickly |guys |all |even |still )*";

/** Words that lead to a question without being it: "can you tell me", "I was wondering". Matched at a word. */
export const PREAMBLES: readonly RegExp[] = [
  `(?:can|could|would|will) (?:you|they) ${ADVERB}(?:be able to |help me )?(?:tell|check|see|explain|confirm|verify|clarify|advise|find out|look up|look into|let|understand|remind|double check)(?: me| us)?(?: know| see)?(?: for me)?(?: please| exactly)?`,
  `do (?:you|they|we) ${ADVERB}(?:happen to )?know`,
  `(?:i|we) (?:was|am|were|are|be) ${ADVERB}(?:wondering|curious|asking|trying to (?:figure out|find out|see|understand|know))`,
  "(?:is|was|just|am)? ?wondering",
  `(?:i|we) (?:do |would |was |am |were |will )?${ADVERB}(?:want|wanted|need|needed|like|love|have|had|try|trying|hoping|calling|looking|here|called) ${ADVERB}to ${ADVERB}(?:know|find out|ask|check|see|understand|confirm|verify|make sure|clarify|hear|learn|inquire|figure out|double check)(?: you| with you)?(?: about)?`,
  "(?:i|we) (?:do not|did not) (?:really |even )?(?:know|understand)(?= (?:how to|why|if (?:it|that|this|you) (?:is |are )?cover))",
  "(?:i am |i was )?not (?:really |even |quite )?sure(?= (?:how to|why|if (?:it|that|this|you) (?:is |are )?cover))",
  "(?:please |just |so )?(?:tell me|let me know)(?: please)?",
  "(?:do you have )?any idea(?: of| on)?",
  `(?:my|the|another|one|next|other|main|only|first|second|last) ${ADVERB}(?:other |more )?question (?:is|was|would be)`,
  "(?:i|we) (?:just |also )?(?:have|got|had) (?:a|another|one|one more|some|a few|two|couple of) (?:quick |other |more )?questions? (?:about|on|regarding|is)",
  "what i (?:really |just )?(?:want|need) to know is",
].map((source) => new RegExp(`^(?:${source})(?= |$)`));

/** First words of the preambles, so that they are tried where they can begin only. */
export const PREAMBLE_STARTS: ReadonlySet<string> = new Set(
  "can could would will do i we is was am just wondering not please so tell let any my the another one next other main only first second last what".split(
    " ",
  ),
);

/** Talk that has the shape of a question and asks for nothing. Matched anywhere in the question. */
export const SOCIAL: readonly RegExp[] = [
  /^how (?:are|is|was|have) (?:you|your (?:day|morning|week|weekend)|things|everything|the weather|it going|it)\b(?! \w+ (?:cover|work|calculat)| possible)/,
  /^what is (?:up|going on|new|happening)$/,
  /^(?:do )?you (?:know|see|understand|get|feel)(?: what (?:i|i am) (?:mean|saying|dealing with)\b.*| me| it| that)?$/,
  /^(?:can|could|do|did) you (?:hear|believe|imagine|see|repeat|hold|understand)\b(?! if| whether| what the)/,
  /^are you (?:there|still there|kidding|serious|sure|a robot|a real|ready|able to hear|done)/,
  /^(?:who knows|guess what|why not|what the (?:hell|heck)|what can you do|what did you (?:say|ask)|what do you mean|what was that|how come you people)/,
  /^(?:what|who) (?:am i|is this|are you) ?(?:speaking|talking|doing)?/,
  /^(?:who has|who would have|who in the|what else would|where did i put|where was i|where were we)/,
  /^(?:is|was|does|would) (?:that|this|it) (?:ok|okay|fine|alright|all right|good|right|correct|it|all|enough|help|make sense|sound|be all|be it|be ok|be okay|be fine|not funny)(?: (?:with|for|to) (?:you|me|now))?$/,
  /^(?:is|was) (?:not )?(?:it|that|this) (?:not )?(?:funny|the truth|crazy|nice|awful|great|ridiculous)/,
  /^what is (?:your|his|her|its) name/,
  /^(?:did|do) i (?:put|say|tell|mention|spell)\b/,
  /^what am i paying you/,
  /^what (?:do|would|did) you (?:all )?call (?:it|that|them|those)/,
  /^tell me about it\b/,
  /\btell me yes or no\b/,
  /^what (?:is|was) the (?:answer|verdict|word)\b/,
  /^do you (?:want|need|mind|remember|believe|have (?:my|the right|kids|a pet|a moment|a second|a minute))/,
  /^would you (?:like|mind|believe|want)/,
  /^(?:is|are) (?:anyone|anybody|someone) there/,
];

/** What the other side is asked to do: nothing to look up. Matched behind "can you" and its kin. */
export const ACTION_VERBS =
  "send|revert|reverse|undo|say (?:that|it)|book|schedule|reschedule|cancel|change|transfer|help|give|get|find|update|repeat|hold|speak|talk|call|put|connect|set|make|add|remove|block|freeze|unfreeze|move|order|reserve|do|go|text|email|mail|start|open|file|stop|wait|hurry|take|turn|bring|come|enroll|enrol|quote|issue|process|create|delete|close|increase|decrease|raise|lower|switch|activate|arrange|postpone|push|refund|submit|register|note|write|read|show me out|resend|reset|report|escalate|forward|renew|upgrade|downgrade|recommend|suggest|assist|refer|return|leave|try|stay|lift|pick|drop|look for|search|waive|apply|use|let me speak|let me talk|be able to help|also help|have (?:someone|somebody|a|your|the)";

/** What the caller asks leave for: ordinary business. */
export const OWN_ACTIONS =
  "speak|talk|book|schedule|reschedule|pay (?!with|by|via|in\\b|from)|have (?:a|the|your|someone|my (?:money|card))|get (?:a quote|a place|someone|somebody|a technician|an? (?:appointment|agent|copy)|the|your|my latest|to a|through)|set up|make (?:a|an|the|this|that|it)|file|open a (?:claim|ticket|case)|start (?:a|the|my)|give you|ask|put you|order|please|place|change (?:it|that|this|the (?:date|time|appointment))|modify|move (?:it|the|my)|reserve|report|see someone|enroll|enrol|help|call you|check (?:in|the balance of)|also|cancel (?:it|the|that|this|my)|hold|go ahead|add an?other|buy|switch it|speak";

/** A record of a place or person, which stands in a directory and in no contract. */
export const DIRECTORY_DATA =
  /\b(?:zip|zip codes?|post ?codes?|postal code|phone numbers?|telephone|address|addresses|price range|cuisine|food (?:type|they)|type of food|kind of food|star rating|how many stars|what area|reference number|recommendations?|suggestions?|any options)\b/;
export const DIRECTORY_OF_CONTRACT =
  /\b(?:send|mail|write|your|my|branch|change|update|registered|in the system|on file|cover\w*|claims?)\b/;

/** What a caller asks to be shown or told, without a question's grammar. */
export const INFORMATION_NOUNS =
  "balance|balances|details|detail|information|info|list|status|history|overview|transactions|transaction|statement|statements|rates|rate|fees|options|limits|limit|expenses|spending|summary|update|terms|benefits|payments|deposits|orders|debits|policy terms|coverage";
