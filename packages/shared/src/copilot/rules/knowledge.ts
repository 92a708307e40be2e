const UNAWARE =
  /\b(?:(?:had|with) no (?:idea|clue)|(?:didn['’]?t|did not|couldn['’]?t have|could not have|never) (?:even |ever )?kn(?:ow|ew|own)|nobody (?:could(?:['’]ve| have)?|would(?:['’]ve| have)?) (?:ever )?(?:known|know|seen|found|tell|told)|no way (?:to|of|anyone|we|i) (?:could )?(?:know|tell)\w*|wasn['’]?t aware|unaware)\b/i;
const AWARE =
  /\b(?:(?:i|we) (?:already )?knew|(?:i|we) (?:was|were) (?:told|aware)|the (?:inspector|inspection|report) (?:said|listed|found|noted|wrote)|seller told)\b/i;
const OF_KNOWLEDGE =
  /\b(?:knew|known|know of|not know|aware|nobody could|could not have (?:been )?(?:found|known|detected|seen)|undetect\w*|unknown)\b/i;

/** Whether the caller knew of the fault: true, false, or null when the words do not say. */
export function knewOfIt(told: string): boolean | null {
  if (UNAWARE.test(told)) return false;
  return AWARE.test(told) ? true : null;
}

/** Whether a sentence of the contract turns on what the customer knew. */
export function turnsOnKnowledge(text: string): boolean {
  return OF_KNOWLEDGE.test(text) && !/\bwhether or not\b/i.test(text);
}
