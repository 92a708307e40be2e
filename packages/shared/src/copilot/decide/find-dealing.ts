import type { ReadClause } from "../contract/contract-book.ts";
import { samePlan } from "../contract/contract-book.ts";
import type { Statement } from "../contract/statement.ts";
import { isFunctionWord } from "../language/function-words.ts";
import { stemsOf, tokensOf } from "../language/tokens.ts";
import { dealingsSaid } from "../understand/dealings-said.ts";
import type { Case } from "./case.ts";

const MONEY =
  /[$£€]\s?\d|\d\s?(?:%|percent)|\bno (?:charge|fee|cost|administrative fee)|without (?:a |an )?(?:charge|new|additional)|free of charge\b|\bfull refund\b|\bprice\b/i;
const FIGURE = /[$£€]\s?\d|\d\s?(?:%|percent)/i;
const TIME =
  /\b(?:\d+(?:st|nd|rd|th)?|one|two|three|four|five|six|seven|ten|twelve|fourteen|twenty|thirty|sixty|ninety)[\s-]+(?:\w+[\s-]+)?(?:hours?|days?|months?|years?|weeks?|minutes?)\b|\b(?:at any time|immediately|24\/7|same day|any hour|annual\w*|no waiting period)\b/i;
const STEP =
  /\b(?:call|online|telephone|phone|write|writing|send|report|submit|contact|ask|follow|claim number|email|app)\b/i;

/** What a word that names the dealing in few clauses only is worth, beside 1.5 for a name of it. */
const BY_WORD = 0.6;
/** What a clause is worth less whose heading is about a thing that nobody spoke of. */
const OF_ANOTHER_THING = 1.5;
/** Whether the caller has to pay, in so many words. */
export const PAYING =
  /\b(?:(?:do|am|will|would|gonna|going to|have to|got to|gotta|gets?|not) (?:i |we |get |have to |got to |gotta |be |to )*(?:pay|paying|owe|charged?)|(?:pay|paying|charged?|charging|fee) (?:\w+ ){0,3}(?:again|twice|another|too))\b/i;

/** A sentence that may answer a question of a dealing, and how well it does. */
export interface Scored {
  readonly owner: ReadClause;
  readonly statement: Statement;
  readonly score: number;
  /** Whether it speaks of the dealing itself, or its heading does. */
  readonly isOf: boolean;
}

/** What is sought: the dealing, and the words by which its sentences are told apart. */
interface Sought {
  readonly id: string;
  /** Stems of the caller's words. */
  readonly asked: ReadonlySet<string>;
  /** Other dealings that the words speak of. */
  readonly others: readonly string[];
  /** Words that name the dealing in few clauses only. */
  readonly rare: ReadonlySet<string>;
}

/** The sentence of the contract that says most of the dealing asked about, else of another one that was spoken of. */
export function findDealing(given: Case): Scored | null {
  const tokens = tokensOf(lastTurn(given.question.told));
  const said = dealingsSaid({ tokens }, [0, tokens.length], given.lexicon).map(({ id }) => id);
  const asked = new Set(tokens.map(({ stem }) => stem).filter((stem) => !isFunctionWord(stem)));
  for (const id of new Set([given.question.dealing ?? "", ...said])) {
    const sought = { id, asked, others: said.filter((one) => one !== id), rare: rareWords(id, given) };
    const [best] = preferSpecial(scoreAll(sought, given), given);
    if (best) return best;
  }
  return null;
}

/** What the caller said last. */
export function lastTurn(told: string): string {
  return told.split(".\n").at(-1) ?? told;
}

function scoreAll(sought: Sought, given: Case): Scored[] {
  return given.clauses.flatMap((owner) => {
    const isElsewhere = owner.level < 2 && !isForThis(owner, given);
    const heading = isElsewhere ? 0 : headingScore(owner, sought);
    return owner.statements
      .map((statement, at) => score(statement, at, { owner, heading, sought, given }))
      .filter(({ isOf }) => isOf && (owner.level < 2 || isForThis(owner, given)));
  });
}

function headingScore({ headings }: ReadClause, { id, rare }: Sought): number {
  const own = headings.at(-1);
  if (own?.dealings.has(id)) return 2.5;
  if (headings.some(({ dealings }) => dealings.has(id))) return 1;
  return own && hasAny(own.stems, rare) ? 0.9 : 0;
}

interface Place {
  readonly owner: ReadClause;
  readonly heading: number;
  readonly sought: Sought;
  readonly given: Case;
}

function score(statement: Statement, at: number, { owner, heading, sought, given }: Place): Scored {
  const { question, subject } = given;
  const { stems, dealings, sense, unit } = statement;
  const mention = dealings.has(sought.id) ? 1.5 : hasAny(stems, sought.rare) ? BY_WORD : 0;
  const beside = sought.others.some((one) => owner.headings.at(-1)?.dealings.has(one)) ? 1.6 : 0;
  const plan = planFit(statement, given);
  // One rare word of a dealing makes no sentence of it, where the kind of fact that is asked for is not in it.
  const isFactless =
    heading + beside === 0 &&
    mention === BY_WORD &&
    /^(?:amount|time)$/.test(question.kind) &&
    factBonus(question.kind, unit.text) === 0;
  if (heading + mention + beside === 0 || plan <= -1 || isFactless)
    return { owner, statement, score: 0, isOf: false };
  let shared = 0;
  for (const stem of sought.asked) if (stems.has(stem)) shared += rarity(stem, given);
  const rules = question.kind === "coverage" && (sense === "refuse" || sense === "grant") ? 0.7 : 0;
  const things = subject.head !== null && stems.has(subject.head) ? 0.5 : 0;
  const special = heading + mention >= 1.4 ? owner.level * 0.35 : 0;
  const isElsewhere = owner.level < 2 && !isForThis(owner, given);
  const least = at * 0.02 + (owner.option === null ? 0 : 0.8) + (isElsewhere ? OF_ANOTHER_THING : 0);
  const lasting = durationFit(unit.text, question.told);
  const isOfPaying = question.kind === "coverage" && PAYING.test(lastTurn(question.told));
  const fact = (isOfPaying ? dueBonus(unit.text) : factBonus(question.kind, unit.text)) + rules + things;
  return {
    owner,
    statement,
    score: heading + mention + beside + Math.min(2.5, shared) + fact + plan + special + lasting - least,
    isOf: true,
  };
}

function hasAny(stems: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  for (const word of words) if (stems.has(word)) return true;
  return false;
}

const counted = new WeakMap<readonly ReadClause[], ReadonlyMap<string, number>>();

/** How much a word tells clauses apart: near 1 where one clause has it, near 0 where all have. */
function rarity(stem: string, { clauses }: Case): number {
  const known = counted.get(clauses) ?? countStems(clauses);
  counted.set(clauses, known);
  const share = (known.get(stem) ?? 0) / Math.max(1, clauses.length);
  return Math.max(0, 1 - Math.sqrt(share) * 2);
}

function countStems(clauses: readonly ReadClause[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { statements } of clauses) {
    const stems = new Set(statements.flatMap((one) => [...one.stems]));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** Words that name a dealing in few clauses only: where a clause has one, it speaks of the dealing in its own words. */
function rareWords(id: string, given: Case): ReadonlySet<string> {
  const concept = given.lexicon.concept("dealings", id);
  if (!concept) return new Set();
  const stems = [concept.name, ...concept.names].flatMap((name) => stemsOf(name));
  return new Set(
    stems.filter(
      (stem) =>
        stem.length > 3 &&
        !isFunctionWord(stem) &&
        !COMMON.has(stem) &&
        !isOfFailures(stem, given) &&
        rarity(stem, given) >= RARE,
    ),
  );
}

/** "Breaks" and "leak" are said of every failure: they name no dealing by themselves. */
function isOfFailures(stem: string, { lexicon: { books } }: Case): boolean {
  return [books.symptoms, books.causes, books.things].some((book) => book.get([stem]) !== undefined);
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

/** "Rentals of less than 30 days", to who lets for a year: not of their case; "for 30 days or longer" is. */
function durationFit(text: string, told: string): number {
  const lasting = lastingTold(told);
  const bound =
    /\b(less than|under|fewer than|shorter than|at least|more than)? ?(\d{1,3}) (days|months)( or (?:longer|more|less|fewer|shorter))?/i.exec(
      text,
    );
  if (lasting === null || !bound || (bound[1] === undefined && bound[4] === undefined)) return 0;
  const days = Number(bound[2]) * (bound[3]?.toLowerCase() === "days" ? 1 : 30);
  const isBelow = /less|under|fewer|shorter/i.test(`${bound[1] ?? ""} ${bound[4] ?? ""}`);
  return isBelow === lasting < days ? 1.5 : -2.5;
}

/** How long the caller says that something lasts, such as a lease, in days. */
function lastingTold(told: string): number | null {
  if (
    /\b(?:year(?:ly)?|annual|twelve month|12 month)(?: long)? lease\b|\bfor (?:a|the|one|two|three) years?\b|\blong term\b|\byear round\b/i.test(
      told,
    )
  )
    return 365;
  if (/\b(?:month to month|by the month|monthly)\b/i.test(told)) return 30;
  if (/\b(?:by the week|weekly)\b/i.test(told)) return 7;
  return /\b(?:by the night|nightly|air ?b ?(?:n|and) ?b|vrbo|short term|weekends?)\b/i.test(told) ? 3 : null;
}

/** Whether something is to be paid is told by when it is due, then by how much it is. */
function dueBonus(text: string): number {
  return (
    (/\b(?:due|owed|even (?:if|when)|also (?:if|when)|whether|not charged|returned|free)\b/i.test(text)
      ? 1.2
      : 0) + (MONEY.test(text) ? 0.7 : 0)
  );
}

function factBonus(kind: Case["question"]["kind"], text: string): number {
  if (kind === "amount") return FIGURE.test(text) ? 1.4 : MONEY.test(text) ? 0.8 : 0;
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
  return things.every(({ id }) => subject.said.has(id) || subject.groups.has(id));
}
