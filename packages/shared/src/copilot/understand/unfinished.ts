/** Characters of the end that are looked at. */
const TAIL = 240;
/** Words after which a sentence goes on, whatever mark the speech source put behind them. */
const NEVER_LAST =
  /(?:^|\s)(?:the|my|our|an|your|their|if|whether|because|and|wondering|is a|was a|have a|has a|got a|with a|for a|of a|about a)$/;
/** Words that mostly need another one. */
const HANGING =
  /(?:^|\s)(?:a|his|her|of|in|on|at|to|for|from|with|by|about|under|into|or|but|so|cause|when|that's|which|who|is|are|was|were|do|does|did|can|could|will|would|should|have|has|had|i|we|they|he|she|i'm|im|like|um|uh|just|really|very|any|some|what|how|how much|where|cover|include|want|need|there's|there is|there are|a new|an old|my old|my new)$/;
/** "that" and "you" end many sentences; they hang only after these. */
const HANGING_AFTER =
  /(?:^|\s)(?:(?:is|are|was|were|does|do|did|can|could|will|would|should|if|whether|when|and|but|so|because|or|know|think|know if|say|says|said|sure|guess|heard|wondering) (?:that|this|these|those|it|you)|not)$/;
/** Ends that look as if they hang, and do not: "won't turn on", "who do I talk to", "I think so", "or not", "what do I have". */
const SETTLED = new RegExp(
  `(?:^|\\s)(?:${[
    "(?:turn|turns|turned|turning|come|comes|came|coming|kick|kicks|kicking|go|goes|going|stay|stays|light|log|sign|put|hold|getting|left) on",
    "(?:come|comes|came|coming|leaks?|leaking|get|gets|getting|move|moved|call|called|call me|plug(?:ged)? it|let (?:him|them)|break|broke) in",
    "(?:talk|speak|talking|speaking|listening|supposed|want|wanted|used|have|need|going|like|how|where) to",
    "(?:look|looks|looked|feel|feels|sound|sounds|smell|smells|it|that|this) like",
    "(?:think|hope|guess|believe|say|said|do|even|or) so",
    "(?:or|if|why|guess|maybe|probably|of course|think|hope|am|i'm|it's|that's|they're) not",
    "(?:or|so|know|guess|say) what",
    "(?:thank|to|for|of|with|about|from|hear|see|tell|told|call|called|how are|thanks) (?:you|her|him)",
    "(?:have|got|get|had|if|are|don't have|want|need|take) (?:any|some)",
    "i (?:want|need)",
    "(?:how much|when|where|what|why|who|how) (?:is|was|are|were|does|do|did|would) (?:that|this|these|those|it)",
    "(?:what|who|which|how|where|when|why)(?: \\S+){0,4} (?:i|you|we|they|it|that|this|he|she|there) (?:do|does|did|have|has|had|can|could|will|would|should|is|are|was|were|need|want|cover|include)",
    "(?:think|guess|hope|sure|yes|yeah|no|believe|course|so|as|than) (?:i|you|we|they|it|that|he|she) (?:do|does|did|have|has|had|can|could|will|would|should|is|are|was|were)",
    "(?:you|you guys|they|we|it) (?:do|does|did) (?:that|this|these|those|it)",
    "(?:not|n't|nt|never)(?: \\S+){0,6} (?:am|is|are|was|were|do|does|did|have|has|can|will|would) (?:i|it|they|that|this|you|he|she|we)",
    "(?:take|takes|taking|taken) care of",
    "up to",
    "(?:what|which|who) (?:do|does|will|can|did) (?:you|you guys|it|they|the plan|my plan) (?:cover|include|want|need)",
  ].join("|")})$`,
);

/** A question that is begun where a clause begins: "(so) is my …", "… whether the …". Group 1 is what follows. */
const BEGUN =
  /(?:^|[,;.?!]\s*|\b(?:and|but|so|or|um|uh|well|okay|ok|hi|hello|yeah|yes|like|then|also|wondering|know|ask|see|if|whether|say|tell me) )(?:if|whether|is|are|was|were|does|did|can|will|would) (?:the|my|our|your|a|an|that|this|these|those)((?: [\p{L}\p{N}'’-]+){1,10})$/u;
/** Of those, the ones that ask by an auxiliary take their verb and its object early: "does the plan pay for hotels". */
const BEGUN_BY_VERB = /(?:does|did|can|will|would) \S+(?: \S+){1,10}$/;
const MOST_BEFORE_VERB = 2;
/** Words that say something of the thing that a question began with. */
const PREDICATE =
  /\s(?:covered|included|okay|ok|right|broken|broke|dead|out|off|on|done|free|extra|true|bad|good|possible|it|that|there|mine|normal|gone|old|new|is|are|was|were|goes|go|breaks|break|stops|stop|quits|quit|leaks|leak|works|work|dies|die|fails|fail|counts|count|has|have|does|do|did|will|would|can|could|comes|come|covers|cover|includes|include|gets|get|needs|need|makes|make|isn't|aren't|won't|doesn't|don't|can't|apply|applies|qualify|help|matter|expire|renew|transfer|up|under|part|\p{L}{3,}(?:ed|ing))(?=\s|$)/u;
/** Names of things that only look like a verb's form. */
const THINGS =
  /\b(?:plumbing|ceiling|wiring|building|flooring|housing|roofing|siding|decking|lighting|piping|opening|fencing|landscaping|heating|cooling|washing|spring|swimming|shed|bed)\b/g;

/**
 * Whether words break off in the middle of a sentence, so that more is likely to follow: they end in a word that needs
 * another, or begin a question and do not say what of its thing. A wrong yes costs a moment, a wrong no a broken card.
 */
export function isUnfinished(text: string): boolean {
  const end = text.slice(-TAIL).toLowerCase().replace(/’/g, "'").trim();
  if (/(?:\.\.|…|\w ?[-–—])$/.test(end)) return true;
  const words = end.replace(/["',;:.\s]+$/, "").replace(/\s+/g, " ");
  if (words === "" || /[?!]$/.test(words)) return false;
  if (NEVER_LAST.test(words)) return true;
  if (/\.["']?$/.test(end)) return false;
  if (SETTLED.test(words)) return false;
  return HANGING.test(words) || HANGING_AFTER.test(words) || isBegun(words);
}

function isBegun(words: string): boolean {
  const begun = BEGUN.exec(words);
  const rest = begun?.[1];
  if (!begun || !rest) return false;
  if (PREDICATE.test(rest.replace(THINGS, "thing"))) return false;
  return !BEGUN_BY_VERB.test(begun[0]) || rest.trim().split(" ").length <= MOST_BEFORE_VERB;
}
