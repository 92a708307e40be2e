const HANGING =
  /(?:^|\s)(?:the|my|our|a|an|your|his|her|their|this|these|those|of|in|on|at|to|for|from|with|by|about|under|into|and|or|but|so|because|cause|if|whether|when|that|which|who|is|are|was|were|do|does|did|can|could|will|would|should|have|has|had|i|we|you|they|he|she|it's|its|i'm|im|like|um|uh|also|just|really|very|not|any|some|what|how|how much|where)$/i;
const BEGUN =
  /(?:^|\s)(?:if|whether|is|are|was|does|can|will|would) (?:the|my|our|your|a|an) (?:[\p{L}'’-]+ )?[\p{L}'’-]+$/iu;
const ENDED = /[.?!]["”']?\s*$/;
/** Words that end a question that was begun: "is my fridge covered". */
const PREDICATE =
  /(?:covered|included|okay|ok|right|broken|dead|out|off|on|done|free|extra|true|bad|possible|it|that|there|mine|(?:\w+(?:ed|ing)))$/i;

/**
 * Whether words break off in the middle of a sentence, so that more is likely to follow: they end in a word that needs
 * another, or begin a question and do not say what of its thing. A wrong yes costs a moment, a wrong no a broken card.
 */
export function isUnfinished(text: string): boolean {
  const end = text.slice(-120).trim();
  if (end === "" || ENDED.test(end)) return false;
  return HANGING.test(end) || (BEGUN.test(end) && !PREDICATE.test(end));
}
