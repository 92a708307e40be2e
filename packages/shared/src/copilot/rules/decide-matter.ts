import type { Case } from "./decide.ts";
import { verdictOf } from "./decide-rule.ts";
import { DEALINGS, ruledOn } from "./matters.ts";
import type { Reading } from "./read-clause.ts";
import type { Unit } from "./units.ts";
import type { Verdict } from "./verdict.ts";
import { daysOf } from "./waits.ts";

interface Sentence {
  readonly unit: Unit;
  readonly reading: Reading;
}

/**
 * Decides a question of a dealing (a transfer, cash, one's own contractor) by the sentence that rules on it. Null
 * where the question is of something else; Unknown where no clause among those found rules on it.
 */
export function byMatter(given: Case): Verdict | null {
  const ruled = ruledOn(DEALINGS, given.request, given.readings);
  if (ruled === null) return null;
  const sentence = plainest(ruled.sentences);
  if (sentence === null) {
    return ruled.matter.alone ? { decision: "Unknown", grounds: [{ why: "silent" }], proofs: [] } : null;
  }
  if (ruled.matter.name === "repair guarantee") return guaranteed(given, sentence);
  return ruled.matter.granted === true ? plainly(sentence) : verdictOf(given, sentence);
}

function plainly({ unit, reading }: Sentence): Verdict {
  return {
    decision: REFUSING.test(unit.text) ? "No" : "Yes",
    grounds: [{ why: "rule", sentence: unit.text }],
    proofs: [{ reading, unit, deciding: [] }],
  };
}

const CHOOSING = /\byou (?:decide|choose|may choose|can choose|elect|may elect|are free)\b/i;
const REFUSING = /\b(?:not|cannot|never|no|only)\b/i;

/** The sentence that says it most plainly: of the most special clause, a choice of one's own, a refusal, the first. */
function plainest(sentences: readonly Sentence[]): Sentence | null {
  const plain = ({ unit, reading }: Sentence) =>
    reading.level * 4 + (CHOOSING.test(unit.text) ? 2 : 0) + (REFUSING.test(unit.text) ? 1 : 0);
  return (
    sentences.toSorted((a, b) => plain(b) - plain(a) || b.reading.hit.score - a.reading.hit.score)[0] ?? null
  );
}

const PERIOD = /\b(\d+)[- ](?:calendar )?(days?|months?|years?)\b/i;
const SINCE_REPAIR =
  /\b(yesterday|last week|(?:an?|one|two|three|four|five|six|\d{1,2})\s+(?:days?|weeks?|months?)\s+ago)\b/gi;

/** A guarantee runs for a number of days: what the caller says of the repair's day tells whether it is over. */
function guaranteed({ request }: Case, { unit, reading }: Sentence): Verdict {
  const [text = "", count = "0", each = "day"] = PERIOD.exec(unit.text) ?? [];
  const days = Number(count) * (each.startsWith("d") ? 1 : each.startsWith("m") ? 30 : 365);
  const told = `${request.question.situation}. ${request.question.text}`;
  const ago = daysOf([...told.matchAll(SINCE_REPAIR)].at(-1)?.[1]);
  const decision = ago === null ? "Partial" : ago <= days ? "Yes" : "No";
  return {
    decision,
    grounds: [{ why: "rule", sentence: unit.text }],
    proofs: [{ reading, unit, deciding: text === "" ? [] : [text] }],
  };
}
