import type { ReadClause } from "../contract/contract-book.ts";
import { samePlan } from "../contract/contract-book.ts";
import type { Statement } from "../contract/statement.ts";
import { daysSinceStart, daysStated, daysTold } from "../contract/waits.ts";
import { isFunctionWord } from "../language/function-words.ts";
import { costsSaid } from "../language/money.ts";
import { mentionsOf } from "../language/terms.ts";
import { stemsOf, tokensOf } from "../language/tokens.ts";
import { dealingsSaid } from "../understand/dealings-said.ts";
import type { Case } from "./case.ts";
import { stillWaiting } from "./rules/still-waiting.ts";
import type { Verdict } from "./verdict.ts";

const MONEY =
  /\$\s?\d|\d\s?(?:%|percent)|\bno (?:charge|fee|cost|administrative fee)|without (?:a |an )?(?:charge|new|additional)|free of charge\b|\bfull refund\b|\bprice\b/i;
const TIME =
  /\b\d+(?:st|nd|rd|th)?[\s-]+(?:\w+[\s-]+)?(?:hours?|days?|months?|years?|weeks?|minutes?)\b|\b(?:at any time|immediately|24\/7|same day|any hour|annual\w*|no waiting period)\b/i;
const STEP =
  /\b(?:call|online|telephone|phone|write|writing|send|report|submit|contact|ask|follow|claim number|email|app)\b/i;

interface Scored {
  readonly owner: ReadClause;
  readonly statement: Statement;
  readonly score: number;
  /** Whether it speaks of the dealing itself, or its heading does. */
  readonly isOf: boolean;
}

/** Answers a question of a dealing with the sentence of the contract that has the kind of fact asked for. */
export function decideDealing(given: Case): Verdict {
  const { question } = given;
  const waiting = question.dealing === "wait period" && question.kind === "coverage" ? stillWaiting(given) : null;
  if (waiting) return waiting;
  const tokens = tokensOf(lastTurn(question.told));
  const others = dealingsSaid({ tokens }, [0, tokens.length], given.lexicon).map(({ id }) => id);
  const best = [...new Set([question.dealing ?? "", ...others])]
    .map((id) => bestOf(id, given))
    .find((one) => one !== undefined);
  if (!best) return { decision: "Unknown", rule: "dealing-silent", why: { why: "silent" }, proofs: [] };
  const { statement, isLate } = inTime(best, given);
  const proofs = [
    { clause: statement.clause, unit: statement.unit, deciding: figuresOf(statement.unit.text) },
  ];
  const isCapped = best.owner.statements.some(
    ({ amounts, sense }) => sense !== "refuse" && amounts.some(({ isCap }) => isCap),
  );
  const isOurs = best.owner.statements.some(({ unit }) => OUR_CHOICE.test(unit.text));
  const asked = question.kind === "coverage" ? yesOrNo(statement, given) : null;
  const said = asked === "Yes" && isOurs ? "Partial" : asked;
  const met = said === "Yes" && isCapped ? "Partial" : said;
  const decision = isLate && (met === "Yes" || met === "No") ? (met === "Yes" ? "No" : "Yes") : met;
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

/** The sentence that says most of one dealing. */
function bestOf(id: string, given: Case): Scored | undefined {
  const scored = given.clauses.flatMap((owner) => scoreClause(owner, id, given));
  return preferSpecial(
    scored.filter(({ isOf, owner }) => isOf && (owner.level < 2 || isForThis(owner, given))),
    given,
  )[0];
}

function sentenceOf({ unit }: Statement): string {
  return unit.leadIn ? `${unit.leadIn.text.replace(/:\s*$/, "")}: ${unit.text}` : unit.text;
}

function figuresOf(text: string): string[] {
  return [
    ...text.matchAll(
      /\$\s?\d[\d,]*(?:\.\d+)?|\b\d+(?:st|nd|rd|th)?\s+(?:business\s+|calendar\s+)?(?:hours?|days?|months?|weeks?|years?)|\b\d+\s?(?:%|percent)/g,
    ),
  ].map(([figure]) => figure);
}

function scoreClause(owner: ReadClause, id: string, given: Case): Scored[] {
  const { lexicon, question, subject } = given;
  const titles = owner.headings.map(({ title }) => title).join(" / ");
  const own = owner.headings.at(-1)?.title ?? "";
  const rare = rareWords(id, given);
  const isNear = (text: string) => stemsOf(text).some((stem) => rare.has(stem));
  const speaks = (text: string) =>
    mentionsOf(tokensOf(text), "dealings", lexicon).some((one) => one.id === id);
  const heading = speaks(own) ? 2.5 : speaks(titles) ? 1 : isNear(own) ? 0.9 : 0;
  const asked = new Set(stemsOf(lastTurn(question.told)).filter((stem) => !isFunctionWord(stem)));
  const others = mentionsOf(tokensOf(lastTurn(question.told)), "dealings", lexicon)
    .map((one) => one.id)
    .filter((one) => one !== id);
  return owner.statements.map((statement, at) => {
    const text = sentenceOf(statement);
    const mention = speaks(text) ? 1.5 : isNear(text) ? 0.9 : 0;
    const stems = new Set(stemsOf(text));
    let shared = 0;
    for (const stem of asked) if (stems.has(stem)) shared += rarity(stem, given);
    const rules =
      question.kind === "coverage" && (statement.sense === "refuse" || statement.sense === "grant") ? 0.7 : 0;
    const fact = factBonus(question.kind, text) + rules;
    const things = subject.head !== null && stems.has(subject.head) ? 0.5 : 0;
    const beside = others.some((one) =>
      mentionsOf(tokensOf(own), "dealings", lexicon).some((mention) => mention.id === one),
    )
      ? 1.6
      : 0;
    const plan = planFit(statement, given);
    const score =
      heading +
      mention +
      beside +
      Math.min(2.5, shared) +
      fact +
      things +
      plan +
      (heading + mention >= 1.4 ? owner.level * 0.35 : 0) -
      at * 0.02 -
      (owner.option ? 0.8 : 0);
    return { owner, statement, score, isOf: heading + mention + beside > 0 && plan > -1 };
  });
}

const seen = new WeakMap<readonly ReadClause[], Map<string, number>>();

/** How much a word tells clauses apart: near 1 where one clause has it, near 0 where all have. */
function rarity(stem: string, { clauses }: Case): number {
  const known = seen.get(clauses) ?? countStems(clauses);
  seen.set(clauses, known);
  const share = (known.get(stem) ?? 0) / Math.max(1, clauses.length);
  return Math.max(0, 1 - Math.sqrt(share) * 2);
}

function countStems(clauses: readonly ReadClause[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { clause } of clauses)
    for (const stem of new Set(stemsOf(clause.text))) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** Words that name a dealing in few clauses only: where a clause has one, it speaks of the dealing in its own words. */
function rareWords(id: string, given: Case): ReadonlySet<string> {
  const concept = given.lexicon.concept("dealings", id);
  if (!concept) return new Set();
  const stems = [concept.name, ...concept.names].flatMap((name) => stemsOf(name));
  return new Set(
    stems.filter(
      (stem) => stem.length > 3 && !isFunctionWord(stem) && !COMMON.has(stem) && rarity(stem, given) >= RARE,
    ),
  );
}

/** Fewer than about one clause in nine has such a word. */
const RARE = 0.35;
const COMMON = new Set(
  stemsOf(
    "service fee charge visit contract plan agreement coverage cover claim repair item home house own work part company customer option limit payment price with without same other another time when your that not",
  ),
);

/** A sentence for another plan is not for this customer; one for theirs is. */
function planFit({ plans, unit }: Statement, { scope }: Case): number {
  if (plans.length === 0 || unit.cell === undefined)
    return plans.some((one) => scope.plan !== null && samePlan(one, scope.plan))
      ? 0.6
      : plans.length > 0
        ? -0.6
        : 0;
  return scope.plan !== null && plans.some((one) => samePlan(one, scope.plan ?? "")) ? 0.8 : -2;
}

function lastTurn(told: string): string {
  return told.split(".\n").at(-1) ?? told;
}

function factBonus(kind: Case["question"]["kind"], text: string): number {
  if (kind === "amount") return MONEY.test(text) ? 1.4 : 0;
  if (kind === "time") return TIME.test(text) ? 1.4 : 0;
  if (kind === "procedure") return STEP.test(text) ? 0.8 : 0;
  return 0;
}

/** The best first; an amendment of the same dealing stands in the place of what it amends. */
function preferSpecial(scored: readonly Scored[], given: Case): Scored[] {
  const ordered = scored.toSorted((a, b) => b.score - a.score);
  const best = ordered[0];
  if (!best) return [];
  const amending = ordered.find(
    ({ owner, score }) =>
      isForThis(owner, given) &&
      owner.level > best.owner.level &&
      amendsSame(owner, best.owner) &&
      score >= best.score - 2 &&
      !isKept(best.statement, owner),
  );
  return amending ? [amending, ...ordered] : ordered;
}

function amendsSame(one: ReadClause, other: ReadClause): boolean {
  const target = one.clause.amends;
  return target !== undefined && (target === other.clause.clauseId || target === other.clause.amends);
}

/** "Never more than $85": a fee that is less stays. */
function isKept({ amounts }: Statement, { statements }: ReadClause): boolean {
  const most = statements
    .filter(({ unit }) => /\b(?:never|no|not) more than\b/i.test(unit.text))
    .flatMap((one) => one.amounts)[0];
  const own = amounts[0];
  return most !== undefined && own !== undefined && own.dollars <= most.dollars;
}

/** An amendment for some thing only, "Cooling emergencies in Texas", is not for who did not speak of that. */
function isForThis({ headings }: ReadClause, { lexicon, subject }: Case): boolean {
  const things =
    headings
      .at(-1)
      ?.names.flat()
      .filter(({ id, known }) => known && lexicon.concept("things", id)?.sort === "thing") ?? [];
  return things.every(({ id }) => subject.said.has(id));
}

const FREE =
  /\b(?:without (?:a |an )?(?:new |additional |further |another )?(?:service |trade )?(?:call )?(?:fee|charge)|no (?:new |additional |further )?(?:fee|charge)|free of charge|waive|at no (?:cost|charge)|without an additional)\b/i;
const CUSTOMER_PAYS = /\b(?:pay|paying|charged?|fee|owe|cost me|extra)\b/i;
const YOU_PAY = /\byou (?:pay|owe|must pay|are charged)\b/i;
const REFUSES =
  /\b(?:we|you|company) (?:do not|don['’]t|will not|won['’]t|never|cannot|may not|must not)\b|\bonly you may\b|\bis not (?:allowed|transferable)\b/i;
/** What was done already, without asking. */
const DONE = /\b(?:already|i (?:just )?(?:used|paid|hired|called|had|got)|he (?:fixed|did|came|replaced)|last (?:night|week)|yesterday|did ?n['’]?t call|did not call)\b/i;
const OUR_CHOICE =
  /\b(?:we (?:may|decide|can) (?:offer|choose)?|sole right|at our (?:option|discretion)|we decide)\b/i;

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
  if (statement.sense === "refuse") return /\bunless\b/i.test(text) && !DONE.test(given.question.told) ? "Partial" : "No";
  if (OUR_CHOICE.test(text)) return "Partial";
  if (/\bonly (?:if|when|where)\b/i.test(text) && statement.condition) return "Partial";
  if (
    CUSTOMER_PAYS.test(own) &&
    YOU_PAY.test(text) &&
    costsSaid(text).length >= 0 &&
    /\b(?:do i|am i|will i|have to)\b/i.test(own)
  )
    return "Yes";
  if (REFUSES.test(text)) return "No";
  if (statement.sense === "grant" || statement.sense === "cap")
    return statement.amounts.some(({ isCap }) => isCap) ? "Partial" : "Yes";
  if (/\bmust (?:repair|pay|fix|replace|make good)\b/i.test(text)) return "Yes";
  return /\b(?:can|may|you get|transfer|take over)\b/i.test(text) ? "Yes" : null;
}
