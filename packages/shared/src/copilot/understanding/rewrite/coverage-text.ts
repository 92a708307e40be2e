import { DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, WH_WORDS } from "../lexicon/grammar.ts";
import type { Leaning } from "./leaning.ts";

type Named = Pick<Leaning, "referent" | "owned" | "both" | "isThing">;

const PAYER =
  "(?:you(?: guys| all| people| folks)?|it|this|that|they|we|i|(?:the|my|our|your|this) (?:\\w+ )?(?:plan|policy|warranty|contract|company|coverage|agreement|insurance|service))";
const LITTLE = "(?: (?:even|still|also|really|just|actually|all|normally|usually|typically|ever|not))*";
const GIVEN =
  "(?:covered|included|paid for|taken care of|take care of|on (?:the|my|our) (?:plan|contract|policy)|under (?:warranty|the warranty|my warranty|the contract|my plan|the plan|my contract)|part of (?:it|this|that|(?:the|my) (?:plan|contract|warranty|coverage))|in (?:the|my) (?:plan|contract)|(?:one )?(?:in|on) there|good to go|on (?:me|you|us)(?: or (?:on )?(?:me|you|us))?|(?:on )?(?:my|your|our) (?:bill|dime|responsibility)|eligible)";

const IS_GIVEN = new RegExp(
  `^(?:is|are|was|were|would|will|should|does)${LITTLE} (.{1,80}?)${LITTLE}(?: be| get| going to be)? ${GIVEN}(?: (.+))?$`,
);
const GIVES = new RegExp(
  `^(?:(?:do|does|did|will|would|can|could|is|are) ${PAYER}|${PAYER}(?: (?:will|would|do|does|can))?)${LITTLE} (?:going to )?(?:cover|covers|covering|include|includes|pay for|pays for|paying for|take care of|takes care of)(?: (.+))?$`,
);
const MENDS = new RegExp(
  `^(?:can|could|will|would|do|are|is)${LITTLE} (?:you(?: guys| all| people)?|they|he|she|someone|somebody|the company|your \\w+|the \\w+)${LITTLE} (?:going to |gonna )?(?:be able to )?(?:come (?:and |out and |out to )?)?(?:fix|repair|replace)(?: (.+))?$`,
);
const PAYS = new RegExp(
  `^(?:do|does|will|would|can|could) (?:you(?: guys| all| people)?|it|they|(?:the|my|this) (?:\\w+ )?(?:plan|policy|warranty|contract|company))${LITTLE} pay(?: ((?:if|when|even) .+))?$`,
);
const HAS =
  /^(?:(?:do|does|will|would) (?:i|we|it|that|this|.{1,30}?) )?(?:still )?(?:have|has|get) coverage(?: (?:for|on|over) (.+?))?$/;
const AM_COVERED =
  /^(?:am|are|would|will|is) (?:i|we)(?: be| still| also| even)* (?:covered|good|all set|okay|ok|protected|in luck|out of luck)(?: (?:for|on|with) (.+?))?$/;
const STATED = new RegExp(
  `^(?:so |and |but |well |then )*(.{1,60}?) (?:is|are|has|have|would be|will be|gets) (?:also |still )?(?:${GIVEN}|coverage|something (?:that )?you (?:would |will |all |guys )*(?:pay|cover)(?: for)?)(?: (.+))?$`,
);
const PAYABLE =
  /^(?:is|would|are) (.{1,40}?)(?: be)? (?:something|anything|one|a thing) (?:that |which )?(?:you|they|it|the plan|my plan|the warranty)(?: guys| all| people)?(?: would| will| do| does| can)* (?:pay|cover|pays|covers|handle|fix|include)s?(?: for)?(?: (.+))?$/;
/** "If that is something that is covered" says no more than "if that is covered". */
const ROUNDABOUT =
  /^((?:is|was|would) (?:that|this|it)|(?:that|this|it) (?:is|would be)) (?:something|anything) (?:that|which) (?:is|would be) /;
/** "Is that gonna be a problem?" asks whether it is covered all the same. */
const PROBLEM = /^(?:is|would|will) (?:that|this|it)(?: going to)?(?: be)? (?:a|an) (?:problem|issue)$/;
const AND_ALSO = /^and (?:also )?((?:my|the|our) .{2,40}?)(?: too| also| as well)?$/;
const CONDITION =
  /^(.*?)\b((?:if|when|even|because|under|until|unless|while|during|with|without|at|by|for|after) .+)$/;

/** Turns the ways to ask whether something is paid for into one. Null where it is another question. */
export function coverageText(said: string, leaning: Named): string | null {
  const core = said.replace(ROUNDABOUT, "$1 ");
  if (PROBLEM.test(core)) return ask("it", undefined, leaning);
  for (const pattern of [PAYABLE, IS_GIVEN, PAYS, HAS, AM_COVERED, GIVES, MENDS, STATED]) {
    const match = pattern.exec(core);
    if (!match) continue;
    if (pattern === PAYS) return ask("it", undefined, leaning);
    const condition = match[1] ?? "";
    if (/^(?:if|when) /.test(condition) && leaning.isThing(condition)) return `is it covered ${condition}`;
    const object =
      pattern === IS_GIVEN || pattern === STATED || pattern === PAYABLE ? match[1] : (match[1] ?? "it");
    const rest = pattern === IS_GIVEN || pattern === PAYABLE || pattern === STATED ? match[2] : undefined;
    const text = ask(object ?? "it", rest, leaning);
    if (text) return text;
  }
  return null;
}

function ask(object: string, rest: string | undefined, leaning: Named): string | null {
  const split = rest === undefined ? CONDITION.exec(object) : null;
  const [thing, condition] =
    split && (split[1] ?? "").trim() !== "" ? [split[1] ?? "", split[2]] : [object, rest];
  const named = nameOf(thing.trim(), leaning);
  if (!named) return null;
  const other = AND_ALSO.exec(rest ?? "")?.[1];
  if (other) return `are ${named.text} and ${other.replace(/^(?:my|our)\b/, "the")} covered`;
  const tail =
    condition &&
    /^(?:if|when|even|because|under|until|unless|while|during|with|without|at|by|for|after)\b/.test(condition)
      ? ` ${condition}`
      : "";
  return `${named.plural ? "are" : "is"} ${named.text} covered${tail}`;
}

/** "that kind of thing", "it", "this one": what they stand for. */
const POINTER =
  /^(?:(?:it|that|this)(?: something| anything)?|these|those|them|they|one|both|all (?:of )?(?:it|that|this)|(?:that|this|the|those|these)(?: \w+)? (?:ones?|things?|stuff|part|itself|too)|(?:any|all|some|something|anything)(?: of)?(?: (?:that|this|it|like that|like this|kind))*(?: kind of thing)?|(?:that|this|these|those) (?:kind|sort|type)s? of (?:things?|stuff|damage|repair|problem))(?: (?:all|too|also|or not|itself|then|now))*$/;

/** The thing asked about as a card writes it: the caller's "my" is "the", a pronoun is what it stands for. */
export function nameOf(thing: string, leaning: Named): { text: string; plural: boolean } | null {
  const plain = thing.replace(/ (?:too|also|itself|then|or not|though|all|still|even|now)$/g, "").trim();
  if (plain === "") return null;
  if (leaning.both && /^(?:those|these|they|them|both(?: of them)?|any of (?:it|that|them))$/.test(plain))
    return leaning.both;
  if (POINTER.test(plain))
    return leaning.referent ?? { text: plain, plural: /^(?:those|these|they|them|both)/.test(plain) };
  const words = plain.split(" ");
  if (words.length > 11) return null;
  const first = words[0] ?? "";
  if (WH_WORDS.has(first) || (SUBJECT_PRONOUNS.has(first) && !DETERMINERS.has(first))) return null;
  if (/^(?:my|our|your|this|that|these|those)$/.test(first)) words[0] = "the";
  const text = words.join(" ").replace(/\b(?:my|our|your)\b/g, "the");
  const owned = /^the \S+(?: \S+){0,2}$/.test(text) ? leaning.owned(text.slice(4)) : null;
  if (owned) return { text: owned.text, plural: owned.plural };
  return { text, plural: isPlural(words) };
}

function isPlural(words: readonly string[]): boolean {
  if (words.includes("and")) return true;
  const stop = words.findIndex(
    (word, i) =>
      i > 0 &&
      (PREPOSITIONS.has(word) || DETERMINERS.has(word) || /^(?:that|which|caused|if|from)$/.test(word)),
  );
  const head = words[(stop < 0 ? words.length : stop) - 1] ?? "";
  return /[^su]s$/.test(head) && !/^(?:gas|glass)$/.test(head) && !/^(?:a|an)$/.test(words[0] ?? "");
}
