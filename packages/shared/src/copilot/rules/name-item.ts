import { askedWords } from "./subject.ts";
import { wordsOf } from "./words.ts";

/** What is asked about, as the agent would call it to the customer. */
export interface ItemName {
  /** "your water heater", "the compressor in your air conditioner"; "that" where the question names nothing. */
  readonly name: string;
  readonly plural: boolean;
}

/** For a question whose words name no thing that could stand in a sentence. */
const NAMELESS: ItemName = { name: "that", plural: false };

const LEADING =
  /^(?:(?:also|even|just|still|to|for|get|getting|have|having|a|an|any|some|my|our|the|your|their|his|her|this|that|these|those|all|cover|repair|replace|repairing|replacing|fixing|new|big|little|old|poor|darn|stupid|whole|same)\s+)+/i;
const TRAILING =
  /[\s,]+(?:themselves|itself|myself|yourself|himself|herself|too|also|now|again|today|then|though|anyway|while .*|either|as well|with it|with (?:the|a) (?:freeze|leak|storm|rain))$/i;
const VAGUE =
  /^(?:it|that|this|they|them|those|these|something|anything|everything|one|ones|unit|thing|things|stuff|part|parts|repair|work|job|problem|bill|bit|rest|guarantee|warranty|contract|plan|claim|home|house|money|count)$/i;
/** Words that stand in no plain name of a thing. */
const NO_NAME =
  /\b(?:i|you|we|he|she|they|them|it|us|me|do|does|did|done|is|are|was|were|be|been|am|will|would|can|could|should|shall|may|might|must|has|have|had|having|what|which|how|when|who|whom|whose|where|why|if|because|since|while|until|unless|than|then|so|but|not|never|no|nothing|under (?:guarantee|warranty|contract)|customer|company|technician|times|gets?|got|getting|goes|going|gone|went|quit|quits|stop(?:s|ped)|works?|worked|died|dies|broke|breaks|fail(?:s|ed)|puts?|putting|says?|said|wants?|needs?|needed|waits?|pays?|paid|costs?|sends?|sent|comes?|came|keeps?|kept|takes?|took|calls?|called|starts?|started|turns|makes?|made|bought|buys?|sold|sells?|lost|snapped|cracked|busted|ruined|guarantee|warranty|contract|claim|fee|more|money|(?<!out )back|still|already|again|really|actually|maybe|whatever|kind|sort)\b|['’](?!s\b)|[^\p{L}\p{N}\s'’&/-]/iu;
const AT_MOST = 7;

/** Names the thing asked about from the question's own words; "that" where they make no plain name. */
export function nameItem(question: string): ItemName {
  const words = trimmedEnd((askedWords(question) ?? "").replace(/[?.!,;:]+$/, ""));
  const had = /^(?:the|a|an|any|this|that|these|those)\s/i.test(words);
  const bare = words.replace(LEADING, "").trim();
  if (bare === "" || VAGUE.test(bare) || wordsOf(bare).length > AT_MOST || NO_NAME.test(bare))
    return NAMELESS;
  const spoken = toSecondPerson(lowered(bare));
  const owned =
    /\b(?:in|of|on|from|under|for) your\b/.test(spoken) ||
    (had &&
      /\b(?:in|of|on|at|by|for|under|behind|near|inside|outside|from|upstairs|downstairs|out)\b/.test(
        spoken,
      ));
  return { name: `${owned ? "the" : "your"} ${spoken}`, plural: isPlural(spoken) };
}

function trimmedEnd(words: string): string {
  const shorter = words.trim().replace(TRAILING, "").trim();
  return shorter === words.trim() ? shorter : trimmedEnd(shorter);
}

function lowered(words: string): string {
  return words.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

function toSecondPerson(words: string): string {
  return words.replace(/\b(?:my|our)\b/gi, "your").replace(/\b(?:me|us)\b/gi, "you");
}

function isPlural(words: string): boolean {
  const main = words.replace(
    /\s(?:in|of|on|for|under|inside|outside|from|at|with|by|near|to|behind|out|upstairs|downstairs)(?:\s.*)?$/i,
    "",
  );
  if (/\band\b/i.test(main)) return true;
  const head = wordsOf(main).at(-1)?.text ?? "";
  return /[^su]s$/.test(head) && !/^(?:gas|bus|glass|hvac|lens|ac's)$/.test(head);
}
