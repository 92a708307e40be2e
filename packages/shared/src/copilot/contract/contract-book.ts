import type { PolicyClause } from "../../domain/clause.ts";
import { nameKey, US_STATES } from "../../domain/us-state.ts";
import { createLexicon, type Lexicon } from "../language/lexicon.ts";
import type { PolicyScope, Synonyms } from "../ports.ts";
import { createScopeFilters } from "../retrieve/scope-filter.ts";
import type { Trade } from "../trade/trade.ts";
import { languageOf } from "../understand/language-of.ts";
import { type Heading, headingOf, headingsOf } from "./headings.ts";
import { itemsOf } from "./items-in-line.ts";
import { optionOf } from "./options.ts";
import { findPlans } from "./plans.ts";
import { readStatements } from "./read-statements.ts";
import type { Statement } from "./statement.ts";

/** A clause as the copilot read it. */
export interface ReadClause {
  readonly clause: PolicyClause;
  /** Its headings, the outermost first; the last is its own. */
  readonly headings: readonly Heading[];
  readonly statements: readonly Statement[];
  /** The option that must have been bought for it to help, by the contract's name; null: none. */
  readonly option: string | null;
  /** How special its document is: 0 general, 1 an option, 2 a plan or kind of contract, 3 a state. */
  readonly level: number;
}

/** A library, read once: what each of its clauses says, and the words that it says it in. */
export interface ContractBook {
  readonly lexicon: Lexicon;
  /** The language that it is written in, as an ISO 639-1 code; English where that is not clear. */
  readonly language: string;
  /** The plans that it tells apart, in its own spelling. */
  readonly plans: readonly string[];
  /** Stems of the words that head its names: by them its things are told whom no trade knows. */
  readonly heads: ReadonlySet<string>;
  /** The clauses that answer in a scope, in the library's order. Remembered for the scopes asked for last. */
  inScope(scope: PolicyScope): readonly ReadClause[];
}

const SCOPES_KEPT = 64;
const CLAUSES_FOR_LANGUAGE = 20;

/** Reads a library. Takes about a millisecond for ten clauses; it is done once for each of the library's revisions. */
export function readContracts(
  clauses: readonly PolicyClause[],
  { synonyms, trade }: { readonly synonyms: Synonyms; readonly trade: Trade },
): ContractBook {
  const lexicon = createLexicon(trade, synonyms);
  const plans = findPlans(clauses);
  const readEach = clauses.map((clause) => readClause(clause, lexicon, plans));
  const filterOf = createScopeFilters(clauses);
  const scoped = new Map<Float64Array, readonly ReadClause[]>();
  return {
    lexicon,
    language:
      languageOf(
        clauses
          .slice(0, CLAUSES_FOR_LANGUAGE)
          .map(({ text }) => text)
          .join(" "),
      ) ?? "en",
    plans,
    heads: headsOf(readEach.flat()),
    inScope(scope) {
      const { weights } = filterOf(scope);
      const known = scoped.get(weights);
      if (known) return known;
      const inForce = readEach.filter((_, position) => (weights[position] ?? 0) > 0).flat();
      const found = inForce.flatMap((one) => forScope(one, scope) ?? []);
      scoped.set(weights, found);
      const [oldest] = scoped.keys();
      if (scoped.size > SCOPES_KEPT && oldest) scoped.delete(oldest);
      return found;
    },
  };
}

/** What a clause says to this customer: not what its heading or a sentence says for other states or other plans. */
function forScope(one: ReadClause, { state, plan }: PolicyScope): ReadClause | null {
  const own = one.headings.at(-1)?.title ?? "";
  const headed = statesIn(own);
  if (headed.length > 0 && !headed.includes(state ?? "")) return null;
  const statements = one.statements.filter(({ unit, plans, isPlanList }) => {
    const named = statesIn(unit.text);
    if (named.length > 0 && !named.includes(state ?? "")) return false;
    return isPlanList || plans.length === 0 || (plan !== null && plans.some((each) => samePlan(each, plan)));
  });
  const level = headed.length > 0 ? 3 : one.level;
  return statements.length === one.statements.length && level === one.level
    ? one
    : { ...one, statements, level };
}

const STATE_NAMES = [...US_STATES].map(([code, name]) => ({ code, name }));

/** Codes of the states that a text names in full. */
function statesIn(text: string): string[] {
  return STATE_NAMES.filter(({ name }) => text.includes(name)).map(({ code }) => code);
}

/** One clause, or one for each item where headings stand in the line of its text. */
function readClause(clause: PolicyClause, lexicon: Lexicon, plans: readonly string[]): ReadClause[] {
  const above = headingsOf(clause.section, lexicon);
  const titled = headingOf(clause.title, lexicon);
  return itemsOf(clause.text).map(({ title, start, end }) => {
    const headings = title === null ? above : [...above, headingOf(title, lexicon)];
    const text = clause.text.slice(start, end);
    const statements = readStatements({
      clause,
      text,
      offset: start,
      headings: [titled, ...headings],
      lexicon,
      plans,
    });
    const option = optionOf(clause, [titled, ...headings]);
    return { clause, headings, statements, option, level: levelOf(clause, option) };
  });
}

function levelOf({ states, plans, contractTypes }: PolicyClause, option: string | null): number {
  if (states !== null) return 3;
  if (plans !== null || contractTypes !== null) return 2;
  return option === null ? 0 : 1;
}

/** Whether two names of plans are the same plan. */
export function samePlan(a: string, b: string): boolean {
  return nameKey(a).replace(/ plan$/, "") === nameKey(b).replace(/ plan$/, "");
}

function headsOf(read: readonly ReadClause[]): ReadonlySet<string> {
  const heads = new Set<string>();
  for (const { headings, statements } of read) {
    for (const name of headings.at(-1)?.names ?? []) heads.add(name.at(-1)?.id ?? "");
    for (const { entries, sense } of statements) {
      if (sense === "rule") continue;
      for (const { terms, head, isCause } of entries)
        if (!isCause && terms.length <= 3) heads.add(terms[head]?.id ?? "");
    }
  }
  return heads;
}
