import type { Statement } from "../contract/statement.ts";
import { daysSinceStart, daysStated, daysTold } from "../contract/waits.ts";
import { isFunctionWord } from "../language/function-words.ts";
import { stemsOf } from "../language/tokens.ts";
import type { Case } from "./case.ts";
import { findDealing, lastTurn, PAYING, type Scored } from "./find-dealing.ts";
import { proofOf } from "./proofs.ts";
import { isHeld, optionCell } from "./rules/held-by-option.ts";
import { stillWaiting } from "./rules/still-waiting.ts";
import type { Verdict } from "./verdict.ts";

const OF_PRICE = new Set(["price", "add option later"]);

/** Answers a question of a dealing with the sentence of the contract that has the kind of fact asked for. */
export function decideDealing(given: Case): Verdict {
  const { question } = given;
  const waiting =
    question.dealing === "wait period" && question.kind === "coverage" ? stillWaiting(given) : null;
  if (waiting) return waiting;
  // "How much is it to add the fridge": the cell of the comparison has its price.
  const cell = OF_PRICE.has(question.dealing ?? "") && question.kind === "amount" ? optionCell(given) : null;
  if (cell)
    return {
      decision: null,
      rule: "dealing",
      why: { why: "rule", sentence: sentenceOf(cell) },
      proofs: [proofOf(cell)],
    };
  const best = findDealing(given);
  if (!best) return { decision: "Unknown", rule: "dealing-silent", why: { why: "silent" }, proofs: [] };
  const { statement, isLate } = inTime(best, given);
  const proofs = [
    { clause: statement.clause, unit: statement.unit, deciding: figuresOf(statement.unit.text) },
  ];
  const isBeside = (one: Statement) =>
    one.unit === statement.unit || one.dealings.has(question.dealing ?? "");
  const isHeaded = best.owner.headings.at(-1)?.dealings.has(question.dealing ?? "") ?? false;
  const beside = statement.unit.cell
    ? [statement]
    : best.owner.statements.filter((one) => isHeaded || isBeside(one));
  const isCapped = beside.some(
    ({ amounts, sense }) => sense !== "refuse" && amounts.some(({ isCap }) => isCap),
  );
  const isOurs = beside.some(({ unit }) => OUR_CHOICE.test(unit.text));
  const asked = question.kind === "coverage" ? (plainAnswer(best) ?? yesOrNo(statement, given)) : null;
  const said = asked === "Yes" && isOurs ? "Partial" : asked;
  // What only an option gives is not theirs yet.
  const isOptional = best.owner.option !== null && isHeld(best.owner.option, given) !== true;
  const met = said === "Yes" && (isCapped || isOptional) ? "Partial" : said;
  const decision = isLate ? outOfTime(met, given) : met;
  return { decision, rule: "dealing", why: { why: "rule", sentence: sentenceOf(statement) }, proofs };
}

/** "Within 10 days", to who signed up two weeks ago: then what comes after holds, or the opposite. */
function inTime(
  { owner, statement }: Scored,
  { question, customer, today }: Case,
): { statement: Statement; isLate: boolean } {
  const limit = daysStated(statement.unit.text);
  const passed =
    daysTold(question.told) ?? daysSinceStart({ told: question.told, contractStart: undefined, today });
  if (limit === null || passed === null || passed <= limit || customer === undefined)
    return { statement, isLate: false };
  const after = owner.statements.find(
    ({ unit }) => unit !== statement.unit && /^after\b|\bafter (?:that|\d+ days)\b/i.test(unit.text),
  );
  return after ? { statement: after, isLate: false } : { statement, isLate: true };
}

/** What held within a time no longer holds; that the customer then pays is told by the sentence. */
function outOfTime(decision: Verdict["decision"], { question }: Case): Verdict["decision"] {
  if (decision === "Yes") return "No";
  return decision === "No" && !PAYING.test(lastTurn(question.told))
    ? "Yes"
    : decision === "No"
      ? null
      : decision;
}

/** "Can I use my own plumber?" — "No.": a heading that asks, and a text that begins with the answer. */
function plainAnswer({ owner }: Scored): "Yes" | "No" | null {
  if (!/\?\s*$/.test(owner.headings.at(-1)?.title ?? "")) return null;
  const first = /^(yes|no)\b/i.exec(owner.clause.text)?.[1]?.toLowerCase();
  return first === "yes" ? "Yes" : first === "no" ? "No" : null;
}

function sentenceOf({ unit, plans, sense }: Statement): string {
  if (unit.cell && !unit.cell.isSense) {
    const { row, value, column } = unit.cell;
    if (sense === "refuse") return `${row}: not included in the ${plans[0] ?? column} plan`;
    return unit.label === "grant" ? `${row}: included in the ${plans[0] ?? column} plan` : `${row}: ${value}`;
  }
  return unit.leadIn ? `${unit.leadIn.text.replace(/:\s*$/, "")}: ${unit.text}` : unit.text;
}

function figuresOf(text: string): string[] {
  return [
    ...text.matchAll(
      /[$£€]\s?\d[\d,]*(?:\.\d+)?|\b\d+(?:st|nd|rd|th)?\s+(?:business\s+|calendar\s+)?(?:hours?|days?|months?|weeks?|years?)|\b\d+\s?(?:%|percent)/g,
    ),
  ].map(([figure]) => figure);
}

const FREE =
  /\b(?:without (?:collecting |charging |paying )?(?:a |an )?(?:new |additional |further |another )?(?:service |trade )?(?:call )?(?:fee|charge)|no (?:new |additional |further )?(?:service |trade |call[- ]out )?(?:call )?(?:fee|charge)|free of charge|(?:is|are) free\b|waive|at no (?:cost|charge)|without an additional)\b/i;
const CUSTOMER_PAYS = /\b(?:pay|paying|charged?|fee|owe|cost me|extra)\b/i;
const REFUSES =
  /\b(?:we|you|company) (?:do not|don['’]t|will not|won['’]t|never|cannot|may not|must not)\b|\bonly you may\b|\bis not (?:allowed|transferable)\b/i;
/** "A plan does not renew by itself". */
const BEGINS_NOT =
  /^(?!when|if|where|unless|after|until|once|while)[^,;]{0,48}\b(?:does|do|will|is|are|can)(?: not|n['’]t)\b/i;
const IS_YOURS =
  /\b(?:is|are) (?:yours|your (?:own )?(?:responsibility|cost|expense|duty))\b|\bat your (?:own )?(?:cost|expense)\b/i;
/** What was done already, without asking. */
const DONE =
  /\b(?:already|i (?:just )?(?:used|paid|hired|called|had|got)|he (?:fixed|did|came|replaced)|last (?:night|week)|yesterday|did ?n['’]?t call|did not call)\b/i;
const OUR_CHOICE =
  /\b(?:we (?:may|decide|can) (?:offer|choose)?|sole right|at our (?:option|discretion)|we decide)\b/i;

const ALL_OF_IT = /\b(?:all|full|whole|entire|everything)\b/i;

/** Yes, no or in part, by what the sentence says to what was asked; null where it only tells how things go. */
function yesOrNo(statement: Statement, given: Case): Verdict["decision"] {
  const text = sentenceOf(statement);
  const own = lastTurn(given.question.told);
  if (/\b(?:for free|free of charge|without paying|at no charge)\b/i.test(own) && FREE.test(text))
    return "Yes";
  if (
    CUSTOMER_PAYS.test(own) &&
    /\b(?:do|am|will|is|are|not|have to|gotta|got to)\b/i.test(own) &&
    FREE.test(text)
  )
    return "No";
  // "Do I get all of it back?": how much comes back is told by its amount.
  if (ALL_OF_IT.test(own) && figuresOf(text).length > 0 && isOfAmount(given)) return null;
  if (statement.sense === "refuse")
    return /\bunless\b/i.test(text) && !DONE.test(given.question.told) ? unlessBought(text, given) : "No";
  if (OUR_CHOICE.test(text)) return "Partial";
  if (/\bonly (?:if|when|where)\b/i.test(text) && statement.condition) return "Partial";
  // That the customer pays is told by the sentence: "Yes" would read as if the company paid.
  if (PAYING.test(own)) return null;
  if (IS_YOURS.test(text))
    return isAskedIn(text.split(/[;:]/).find((part) => IS_YOURS.test(part)) ?? "", given) ? "No" : "Partial";
  if (REFUSES.test(text)) return "No";
  if (statement.sense === "rule" && BEGINS_NOT.test(text)) return "No";
  if (statement.sense === "grant" || statement.sense === "cap")
    return statement.amounts.some(({ isCap }) => isCap) ? "Partial" : "Yes";
  if (/\bmust (?:repair|pay|fix|replace|make good)\b/i.test(text)) return "Yes";
  return /\b(?:can|may|you get|transferable|transfer|take over)\b/i.test(text) ? "Yes" : null;
}

/** A dealing whose first question is of how much: a refund, a fee. */
function isOfAmount({ question, lexicon }: Case): boolean {
  const asks = lexicon.concept("dealings", question.dealing ?? "")?.fields.get("asks");
  return asks?.[0] === "amount";
}

/** Whether what is asked about is named in a part of a sentence. */
function isAskedIn(part: string, { question }: Case): boolean {
  const stems = new Set(stemsOf(part));
  return stemsOf(lastTurn(question.told)).some(
    (stem) => stem.length > 3 && !isFunctionWord(stem) && stems.has(stem),
  );
}

const BOUGHT =
  /\bunless (?:you|the customer|the agreement holder) (?:have |has )?(?:purchased?|bought|selected|added|chose|chosen) (?:the |an? )?([^,.;]{3,50})/i;

/** "Unless you purchased the First Class Upgrade": no, where that was not bought; else it hangs on what else is so. */
function unlessBought(text: string, given: Case): "No" | "Partial" {
  const option = BOUGHT.exec(text)?.[1];
  return option !== undefined && isHeld(option, given) === false ? "No" : "Partial";
}
