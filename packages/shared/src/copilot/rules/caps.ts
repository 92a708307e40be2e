import type { PolicyHit } from "../../domain/clause.ts";
import type { Element } from "./elements.ts";
import { isBenign } from "./function-words.ts";
import { amountsWritten } from "./money.ts";
import type { Unit } from "./units.ts";
import type { Term } from "./vocabulary.ts";

/** The most that is paid for something. */
export interface Cap {
  readonly unit: Unit;
  /** US dollars; Infinity where the contract says that there is no maximum. */
  readonly dollars: number;
  /** As the contract writes it: "$2,000 per Agreement Term". */
  readonly text: string;
  /** The same with the period that the list's introduction states. */
  readonly shown: string;
  /** For everything together rather than for one item. */
  readonly aggregate: boolean;
  /** What the sentence itself names. */
  readonly names: readonly Element[];
}

const SPEAKS_OF_CAP =
  /\b(?:up to|maximum|at most|no more than|not (?:to )?exceed|exceeding|limit(?:s|ed)?|cap(?:ped|s)?|pays? (?:only )?\$|allowance of)\b/i;
const NO_CAP =
  /\b(?:no|without (?:a|any)|not subject to (?:a|any))\s+(?:(?:benefit|dollar|separate|coverage)\s+)*(?:maximum|limit|cap)\b|\bunlimited\b/i;
const AGGREGATE =
  /\b(?:aggregate|all (?:claims|repairs|covered|items|systems|benefits)|combined|claims together|total (?:of all|for all|amount|liability)|overall)\b/i;
const PERIOD =
  /^\s*(?:dollars\s*)?(?:(?:per|for each|each|in any|in each|a|every|during (?:the|each|any))\s+(?:(?!(?:and|or|if|for|under|in|toward|of|on|to|when|from|by|with|at|that)\b)[\w-]+\s?){1,3})/i;

const PER = /\bper (?:Agreement Term|[\w-]+ (?:term|year)|claim|year|term|visit|item)\b/i;

function nameOf(term: Term): Element {
  return {
    text: term.text,
    start: term.start,
    end: term.end,
    name: [term],
    narrowing: [],
    causes: new Set(),
    adjectives: [],
  };
}

const CAP_WORDS =
  /^(?:under|maximum|limit|limits|cap|caps|up to|most|at most|each|total|allowance|dollars?)$/i;

function isCapWord(term: Term, hit: PolicyHit): boolean {
  return (
    CAP_WORDS.test(term.text) ||
    (term.ids.length === 1 && isBenign(term.ids[0] ?? "")) ||
    (hit.plans ?? []).some((plan) => plan.toLowerCase() === term.text.toLowerCase())
  );
}

/** The caps that a sentence states. */
export function capsOf(unit: Unit, hit: PolicyHit, terms: readonly (Term | null)[]): Cap[] {
  if (hit.kind === "fee") return [];
  const names = () =>
    terms.filter((term) => term !== null && !isCapWord(term, hit)).map((term) => nameOf(term as Term));
  const aggregate = AGGREGATE.test(unit.text);
  if (NO_CAP.test(unit.text) && !/\$\s?\d/.test(unit.text))
    return [
      {
        unit,
        dollars: Number.POSITIVE_INFINITY,
        text: "no maximum",
        shown: "no maximum",
        aggregate,
        names: names(),
      },
    ];
  if (!SPEAKS_OF_CAP.test(unit.text) && hit.kind !== "limit") return [];
  return amountsWritten(unit.text)
    .filter((amount) => amount.dollars >= 25)
    .map((amount) => {
      const period = PERIOD.exec(unit.text.slice(amount.end))?.[0] ?? "";
      const leadPeriod = period === "" && unit.leadIn !== null ? (PER.exec(unit.leadIn.text)?.[0] ?? "") : "";
      const text = unit.text.slice(amount.start, amount.end + period.trimEnd().length);
      return {
        unit,
        dollars: amount.dollars,
        text,
        shown: leadPeriod === "" ? text : `${text} ${leadPeriod}`,
        aggregate,
        names: names(),
      };
    });
}
