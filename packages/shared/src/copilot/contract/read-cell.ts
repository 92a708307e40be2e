import type { Lexicon } from "../language/lexicon.ts";
import { mentionsOf } from "../language/terms.ts";
import { tokensOf } from "../language/tokens.ts";
import { amountsIn } from "./amounts.ts";
import { entriesOf } from "./entries.ts";
import { planNamed } from "./plans-said.ts";
import type { Place, Statement } from "./statement.ts";
import type { Unit } from "./units.ts";

export function wordsOf(unit: Unit, lexicon: Lexicon): Pick<Statement, "stems" | "dealings"> {
  const tokens = tokensOf(unit.leadIn ? `${unit.leadIn.text} ${unit.text}` : unit.text);
  const dealings = mentionsOf(tokens, "dealings", lexicon).map(({ id }) => id);
  return { stems: new Set(tokens.map(({ stem }) => stem)), dealings: new Set(dealings) };
}

/** A row of a comparison: for the plan of its column, what the cell says of what the row names. */
export function readCell(unit: Unit, cell: NonNullable<Unit["cell"]>, place: Place): Statement[] {
  const plan = cell.isSense ? null : planNamed(cell.column, place.plans);
  // Where a column lists things, they are its cell's; a limit is of what the row begins with.
  const named = cell.isSense && unit.label !== "limit" ? cell.value : cell.row;
  const from = unit.text.indexOf(named);
  const entries = entriesOf(unit.text, [from, from + named.length], place.lexicon);
  const amounts = amountsIn(cell.value, true);
  const base = {
    clause: place.clause,
    unit,
    ...wordsOf(unit, place.lexicon),
    entries,
    amounts,
    condition: null,
    isWhole: false,
    isPlanList: plan !== null,
  };
  const plans = plan === null ? [] : [plan];
  // "Plan price", "Service visit fee": what the customer pays is no limit of what the company pays.
  const isOfMoney = /\b(?:price|premium|fees?|deductible|costs?|charges?|excess)\b/i.test(cell.row);
  const isNoThing = !entries.some(({ terms }) => terms.some(({ known }) => known)) && plan !== null;
  if ((isOfMoney && amounts.length > 0) || (isNoThing && unit.label === "limit"))
    return [{ ...base, sense: "rule", plans, amounts: amountsIn(cell.value, false), isPlanList: false }];
  const isOption = /\b(?:optional|add-?on|extra|\+\s*\$)/i.test(cell.value);
  if (isOption) return [{ ...base, sense: "rule", plans, amounts: [], isPlanList: false, isOption: true }];
  if (unit.label === "refuse") return [{ ...base, sense: "refuse", plans }];
  if (unit.label === "grant") return [{ ...base, sense: "grant", plans }];
  if (unit.label !== "limit") return [];
  const capped: Statement = { ...base, sense: "cap", plans };
  return plan === null ? [capped] : [{ ...base, sense: "grant", plans }, capped];
}
