import { joined, type Word } from "../language/words.ts";
import { PREAMBLE_STARTS, PREAMBLES } from "./lexicon/ask-phrases.ts";
import { COVERED } from "./lexicon/coverage-phrases.ts";
import {
  AUXILIARIES,
  DETERMINERS,
  OPENERS,
  PREPOSITIONS,
  STATEMENT_BEFORE,
  SUBJECT_PRONOUNS,
  WH_WORDS,
} from "./lexicon/grammar.ts";

/** How the words that carry a question are built. */
export type CoreForm = "inverted" | "wh" | "if" | "topic";

/** Where a question begins: its preamble at `from`, what it asks at `core`. */
export interface Onset {
  readonly from: number;
  readonly core: number;
  readonly form: CoreForm;
  readonly preamble: boolean;
}

/** The question that begins at word `at`, if one does. Looks a few words ahead and one back. */
export function onsetAt(words: readonly Word[], at: number): Onset | null {
  const led = preambleAt(words, at);
  if (led !== null) {
    if (tellsStory(words, led)) return null;
    const form = formAt(words, led) ?? (DETERMINERS.has(wordAt(words, led)) ? "topic" : null);
    if (form) return { from: at, core: led, form, preamble: true };
    const skipped = PREPOSITIONS.has(wordAt(words, led)) ? led + 1 : led;
    const core = Math.min(skipped, words.length);
    return { from: at, core, form: "topic", preamble: true };
  }
  if (isWh(words, at)) return { from: at, core: at, form: "wh", preamble: false };
  if (isInverted(words, at)) return { from: at, core: at, form: "inverted", preamble: false };
  return null;
}

const DONE =
  /^(?:put|came|said|told|fixed|installed|replaced|repaired|sent|did|was|were|had|broke|quit|stopped|died|went|left)$/;

/** "What I want to know is your guy put in a new one": somebody did something, which names no topic. */
function tellsStory(words: readonly Word[], at: number): boolean {
  if (!DETERMINERS.has(wordAt(words, at)) || !PERSON.test(wordAt(words, at + 1))) return false;
  return DONE.test(wordAt(words, at + 2));
}

/** The form of what follows a preamble: here a subordinate question counts too. */
export function formAt(words: readonly Word[], at: number): CoreForm | null {
  const word = wordAt(words, at);
  if (word === "if" || word === "whether") return "if";
  if (WH_WORDS.has(word)) return "wh";
  return isInverted(words, at) ? "inverted" : null;
}

function preambleAt(words: readonly Word[], at: number): number | null {
  if (!PREAMBLE_STARTS.has(wordAt(words, at))) return null;
  const before = at > 0 && words[at - 1]?.mark === "" ? wordAt(words, at - 1) : "";
  if (/^(?:tell|let)$/.test(wordAt(words, at)) && !open(before)) return null;
  if (/^(?:can|could|would|will|do)$/.test(wordAt(words, at)) && STATEMENT_BEFORE.has(before)) return null;
  const ahead = joined(words.slice(at, at + 14));
  for (const pattern of PREAMBLES) {
    const match = pattern.exec(ahead);
    if (match && match[0].trim() !== "") return at + match[0].trim().split(" ").length;
  }
  return null;
}

const NEVER_MAIN = new Set([
  "does",
  "did",
  "is",
  "are",
  "am",
  "was",
  "were",
  "will",
  "would",
  "can",
  "could",
  "should",
]);
const SMALL = new Set(["not", "also", "even", "still", "just", "actually", "all"]);

function isInverted(words: readonly Word[], at: number): boolean {
  const verb = wordAt(words, at);
  if (!AUXILIARIES.has(verb)) return false;
  if (/^(?:is|are|was|were)$/.test(verb) && tellsStory(words, at + 1)) return false;
  // "We're selling" without its apostrophe.
  if (verb === "were" && wordAt(words, at + 1).endsWith("ing")) return false;
  const before = at > 0 && words[at - 1]?.mark === "" ? wordAt(words, at - 1) : "";
  const leads =
    /^(?:do|does|did|can|could|will|would|should)$/.test(verb) && /^(?:it|that|this|there)$/.test(before);
  const subject = /^(?:i|you|we|they|he|she)$/.test(wordAt(words, at + 1));
  if (STATEMENT_BEFORE.has(before) && !(leads && subject)) return false;
  const next = SMALL.has(wordAt(words, at + 1)) ? wordAt(words, at + 2) : wordAt(words, at + 1);
  if (words[at]?.mark === "." || words[at]?.mark === "?") return false;
  if (SUBJECT_PRONOUNS.has(next)) {
    if (["have", "had", "has", "do"].includes(verb)) {
      const asks = /^(?:i|you|we|they|he|she)$/.test(next);
      return asks && (verb === "do" || open(before));
    }
    return before === "" || open(before) || !/^(?:everyone|everything|anything)$/.test(next);
  }
  if (!open(before)) return asksOfThing(words, at, before);
  const opens = DETERMINERS.has(next) || /^(?:all|people|most|both|someone|your|repairs|parts)$/.test(next);
  if (opens) return NEVER_MAIN.has(verb) || verb === "do" || verb === "has";
  return /^(?:is|are|does|was|were|did)$/.test(verb) && next !== "" && (before === "" || before === "and");
}

/** Verbs behind "does premier …", "does mine …". */
const DOES = /^(?:do|cover|include|pay|have|come|apply|count|take|go|need|work|handle|give|get|start)$/;

/** In the middle of a run of speech: "… can the buyers keep it", "… is the furnace still on my plan". */
function asksOfThing(words: readonly Word[], at: number, before: string): boolean {
  const next = wordAt(words, at + 1);
  if (next !== "not" && /^(?:does|did)$/.test(wordAt(words, at)) && DOES.test(wordAt(words, at + 2)))
    return true;
  if (!DETERMINERS.has(next) && !/^(?:someone|both|either|neither|all|each)$/.test(next)) return false;
  if (DETERMINERS.has(before) || PREPOSITIONS.has(before) || AUXILIARIES.has(before)) return false;
  const verb = wordAt(words, at);
  if (/^(?:can|could|would|will|does)$/.test(verb)) return true;
  return /^(?:is|are|was)$/.test(verb) && COVERED.test(joined(words.slice(at + 1, at + 10)));
}

function open(before: string): boolean {
  return before === "" || OPENERS.has(before) || WH_WORDS.has(before);
}

/** "The guy who fixes it" asks nothing. */
const PERSON =
  /^(?:guy|guys|man|person|people|one|someone|somebody|technician|tech|plumber|electrician|contractor|company|those|anyone)$/;

const HOW_MUCH =
  /^how (?:much|many|long|soon|often|far|fast|quick|quickly|big|old|come|about|late|early|high)\b/;
const WHAT_IF =
  /^what (?:if|about|kind|type|happens|happened|else|time|all|exactly|sort|day|documents|number|paperwork|next|part|parts)\b/;

function isWh(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at);
  if (!WH_WORDS.has(word) || words[at]?.mark === ".") return false;
  const before = at > 0 && words[at - 1]?.mark === "" ? wordAt(words, at - 1) : "";
  if (/^(?:matter|no|that|is|know|of|exactly|than|like)$/.test(before)) return false;
  const ahead = joined(words.slice(at, at + 3));
  if (HOW_MUCH.test(ahead) || WHAT_IF.test(ahead)) return true;
  const exactly = /^(?:exactly|else|all|about)$/.test(wordAt(words, at + 1)) ? 2 : 1;
  const next = wordAt(words, at + exactly);
  if (
    word === "who" &&
    /^(?:pays?|fixes|hauls|removes|restores|repairs|replaces|takes|covers|cleans|closes|patches|handles)$/.test(
      next,
    )
  ) {
    return !PERSON.test(before);
  }
  if (
    word === "who" &&
    /^(?:is|will) (?:going to )?(?:pay|paying|fix|fixing|cover|covering)\b/.test(
      joined(words.slice(at + 1, at + 6)),
    )
  ) {
    return !PERSON.test(before);
  }
  if (["who", "which", "where", "when"].includes(word) && !open(before)) return false;
  if (word === "who")
    return (
      next !== "" && (AUXILIARIES.has(next) || /^(?:pays?|handles?|covers?|comes|decides|do)$/.test(next))
    );
  if (AUXILIARIES.has(next)) return !(word === "when" && /^(?:is|was)$/.test(next) && at + 3 > words.length);
  if (word === "which" || word === "what") {
    if (SUBJECT_PRONOUNS.has(next) || !open(before)) return false;
    return (before === "" && word === "what") || AUXILIARIES.has(wordAt(words, at + 2));
  }
  return word === "how" && /^(?:to|would|does)$/.test(next) && open(before);
}

function wordAt(words: readonly Word[], at: number): string {
  return words[at]?.text ?? "";
}
