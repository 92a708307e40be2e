import { mentionsOf } from "../../language/terms.ts";
import { tokensOf } from "../../language/tokens.ts";
import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";

/** The thing's own section leaves out just what it does, "noise", and the caller tells of nothing else. */
export const excludedSymptom: Rule = ({ findings, question, lexicon }) => {
  const told = new Set(question.symptoms);
  const [only] = told;
  if (only === undefined || told.size > 1) return null;
  const found = findings.refusals.find(({ owner, entry }) => {
    if (entry?.terms.length !== 1 || entry.narrowing !== "" || !findings.home.includes(owner)) return false;
    const tokens = tokensOf(entry.text);
    const named = mentionsOf(tokens, "symptoms", lexicon);
    return named.some(({ id, from, to }) => id === only && to - from === tokens.length);
  });
  if (!found?.entry) return null;
  return {
    decision: "No",
    rule: "excluded-symptom",
    why: { why: "excluded", what: found.entry.text },
    proofs: [proofOf(found.statement, found.entry)],
  };
};
