import {
  AUXILIARIES,
  DETERMINERS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from "../lexicon/grammar.ts";
import { stem } from "../stem.ts";

/** Main verbs of questions about service and contracts; what follows a subject is its verb only if it is known. */
const VERBS = new Set(
  "cover covers covered include includes take takes took cost costs need needs needed have has had work works worked pay pays paid come comes came count counts mean means start starts started end ends expire expires renew renews last lasts apply applies happen happens go goes get gets got call calls send sends sent replace replaces repair repairs fix fixes handle handles charge charges charged use uses owe owes want wants file files cancel cancels qualify qualifies require requires offer offers stop stops break breaks broke fail fails require sell sells move moves keep keeps".split(
    " ",
  ),
);

/** Puts "if it covers the pump" into "does it cover the pump". Null where the verb is not found. */
export function invert(clause: readonly string[]): readonly string[] | null {
  const verbAt = findVerb(clause);
  if (verbAt === null) return null;
  const subject = clause.slice(0, verbAt);
  const verb = clause[verbAt] ?? "";
  const rest = clause.slice(verbAt + 1);
  if (AUXILIARIES.has(verb) && !isMainHave(verb, rest)) return [verb, ...subject, ...rest];
  const past =
    /^(?:took|came|got|paid|sent|broke|had)$/.test(verb) || (verb.endsWith("ed") && verb !== "need");
  const base = BASE[verb] ?? (VERBS.has(verb.replace(/s$/, "")) ? verb.replace(/s$/, "") : verb);
  if (past) return ["did", ...subject, BASE[verb] ?? stemOfPast(verb), ...rest];
  const singular = base !== verb || verb === "has";
  return [singular ? "does" : "do", ...subject, base, ...rest];
}

const BASE: Readonly<Record<string, string>> = {
  took: "take",
  came: "come",
  got: "get",
  paid: "pay",
  sent: "send",
  broke: "break",
  had: "have",
  has: "have",
  goes: "go",
  charged: "charge",
  covered: "cover",
};

function stemOfPast(verb: string): string {
  return VERBS.has(verb.slice(0, -1))
    ? verb.slice(0, -1)
    : VERBS.has(verb.slice(0, -2))
      ? verb.slice(0, -2)
      : stem(verb);
}

function isMainHave(verb: string, rest: readonly string[]): boolean {
  return (
    /^(?:has|have|had)$/.test(verb) &&
    (DETERMINERS.has(rest[0] ?? "") || /^(?:to|coverage)$/.test(rest[0] ?? ""))
  );
}

function findVerb(clause: readonly string[]): number | null {
  const first = clause[0] ?? "";
  if (/^(?:this|that|these|those)$/.test(first) && AUXILIARIES.has(clause[1] ?? "")) return 1;
  if (SUBJECT_PRONOUNS.has(first) && !DETERMINERS.has(first)) {
    const at = /^(?:guys|all|also|just|still|actually|even|people)$/.test(clause[1] ?? "") ? 2 : 1;
    return isVerb(clause[at]) ? at : null;
  }
  for (let i = DETERMINERS.has(first) ? 2 : 1; i < Math.min(clause.length, 9); i++) {
    const word = clause[i] ?? "";
    if (SUBORDINATORS.has(word)) return null;
    if (isVerb(word) && !PREPOSITIONS.has(clause[i - 1] ?? "")) return i;
  }
  return null;
}

function isVerb(word: string | undefined): boolean {
  return word !== undefined && (AUXILIARIES.has(word) || VERBS.has(word));
}

/** Puts "how much the fee is" into "how much is the fee". What is in order already stays. */
export function invertWh(words: readonly string[]): readonly string[] {
  const head = whPhrase(words);
  const clause = words.slice(head);
  const first = clause[0] ?? "";
  if (
    clause.length === 0 ||
    AUXILIARIES.has(first) ||
    first === "to" ||
    first === "before" ||
    first === "until"
  )
    return words;
  if (words[0] === "who" || /^(?:happens|about|if)$/.test(first)) return words;
  const inside = clause.findIndex(
    (word, i) => i < 3 && AUXILIARIES.has(word) && SUBJECT_PRONOUNS.has(clause[i + 1] ?? ""),
  );
  if (inside > 0 && !SUBJECT_PRONOUNS.has(first)) return words;
  const direct = invert(clause);
  return direct ? [...words.slice(0, head), ...direct] : words;
}

function whPhrase(words: readonly string[]): number {
  const [first = "", second = ""] = words;
  if (
    first === "how" &&
    /^(?:much|many|long|soon|often|far|fast|quick|quickly|big|old|late|early|high)$/.test(second)
  )
    return 2;
  if (
    /^(?:what|which)$/.test(first) &&
    /^(?:kind|type|time|day|documents|number|paperwork|part|sort|plan)$/.test(second)
  ) {
    return words[2] === "of" ? 4 : 2;
  }
  return 1;
}
