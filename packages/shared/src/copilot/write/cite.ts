import type { ProposedCitation } from "../advice.ts";
import type { Proof } from "../decide/verdict.ts";

const AT_MOST = 3;

/** The sentences to be quoted, each once, the deciding one first: what leads a list stands before its item where they touch. */
export function citationsFor(proofs: readonly Proof[]): ProposedCitation[] {
  const citations: ProposedCitation[] = [];
  for (const { clause, unit, deciding } of proofs) {
    const isFirst =
      unit.leadIn !== null && /^[\s(a-z0-9).*•–-]*$/i.test(clause.text.slice(unit.leadIn.end, unit.start));
    // The bullet between would be part of the quote: the item then stands alone.
    const isTouching = isFirst && clause.text.slice(unit.leadIn?.end, unit.start).trim() === "";
    const quote = isTouching && unit.leadIn ? clause.text.slice(unit.leadIn.start, unit.end) : unit.text;
    const known = citations.findIndex((one) => one.clause === clause && one.quote === quote);
    const words = deciding.filter((each) => each !== "" && quote.includes(each));
    if (known < 0) citations.push({ clause, quote, deciding: words });
  }
  return citations.slice(0, AT_MOST);
}
