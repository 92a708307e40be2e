import type { ProposedCitation } from "../advice.ts";
import type { Proof } from "./verdict.ts";

const AT_MOST = 3;

/** The sentences to be quoted, each once, the deciding one first. */
export function citationsFor(proofs: readonly Proof[]): ProposedCitation[] {
  const citations: ProposedCitation[] = [];
  for (const { reading, unit, deciding } of proofs) {
    const { hit } = reading;
    const contiguous =
      unit.leadIn !== null &&
      /^[\s(a-z0-9).*•–-]*$/i.test(hit.text.slice(unit.leadIn.end, unit.start)) &&
      unit.start - unit.leadIn.end <= 8;
    const quote =
      contiguous && unit.leadIn !== null ? hit.text.slice(unit.leadIn.start, unit.end) : unit.text;
    const known = citations.findIndex(
      (one) =>
        one.clause.clauseId === hit.clauseId &&
        one.clause.documentId === hit.documentId &&
        one.quote === quote,
    );
    if (known < 0)
      citations.push({ clause: hit, quote, deciding: deciding.filter((words) => quote.includes(words)) });
    else {
      const old = citations[known] as ProposedCitation;
      citations[known] = { ...old, deciding: [...new Set([...old.deciding, ...deciding])] };
    }
  }
  return citations.slice(0, AT_MOST);
}
