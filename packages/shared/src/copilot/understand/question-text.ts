import type { AskedThing, Question } from "./question.ts";

/** A question as a card shows it. Where no sound sentence can be made of it, the customer's own words in quotation marks. */
export function questionText(
  question: Pick<Question, "kind" | "thing" | "dealing" | "plan">,
  own: string,
): string {
  const { kind, thing, plan } = question;
  const under = plan === null ? "" : ` under ${plan}`;
  if (thing && kind === "coverage" && question.dealing === null && isSound(thing)) {
    return `${thing.plural ? "Are" : "Is"} ${withArticle(thing)} covered${under}?`;
  }
  if (thing && kind === "amount" && question.dealing === null && isSound(thing))
    return `How much is paid for ${withArticle(thing)}${under}?`;
  const plain = own.trim().replace(/\s+/g, " ");
  return plain === ""
    ? "What does the customer ask?"
    : `“${plain.length > 160 ? `${plain.slice(0, 157).replace(/\s\S*$/, "")}…` : plain}”`;
}

/** Names that read well in a sentence. */
function isSound({ said }: AskedThing): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}'’&/ -]*$/u.test(said) && said.length <= 60;
}

/** The thing with "the" before it, and with what it is a part of. */
export function withArticle({ said }: AskedThing): string {
  const bare = said
    .replace(/^(?:the|my|our|your|a|an|his|her|their|this|that|these|those) /i, "")
    .replace(/\b(?:my|our)\b/g, "the");
  return `the ${bare}`;
}
