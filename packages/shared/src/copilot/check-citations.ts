import type { PolicyClause } from "../domain/clause.ts";
import type { Citation } from "../domain/suggestion.ts";
import type { Advice, CheckedAdvice, ProposedCitation } from "./advice.ts";

/**
 * Keeps only the citations whose quote stands in its clause word for word (white space apart), and marks the
 * deciding words. A decision on coverage that is left without any citation becomes Unknown and says so.
 */
export function checkCitations(advice: Advice): CheckedAdvice {
  const citations = advice.citations.map(checked).filter((citation) => citation !== null);
  const decided = advice.decision === "Yes" || advice.decision === "No" || advice.decision === "Partial";
  if (!decided || citations.length > 0) return { ...advice, citations };
  return {
    decision: "Unknown",
    reason: "no sentence of the contract proves an answer",
    script:
      "I want to be sure before I promise you anything. I don't have the sentence in your contract that settles this, so let me check it and come back to you.",
    citations,
    nextSteps: ["Look the item up in the contract", "Offer to call back with the answer"],
    ...(advice.clarifyingQuestion === undefined ? {} : { clarifyingQuestion: advice.clarifyingQuestion }),
  };
}

function checked(proposed: ProposedCitation): Citation | null {
  const quote = fold(proposed.quote);
  const { clause } = proposed;
  if (quote === "" || !fold(clause.text).includes(quote)) return null;
  const state = clause.states?.length === 1 ? clause.states[0] : undefined;
  return {
    ...sourceOf(clause),
    ...(state === undefined ? {} : { state }),
    quote,
    marks: marksOf(quote, proposed.deciding),
    verified: true,
  };
}

function sourceOf(clause: PolicyClause): Omit<Citation, "state" | "quote" | "marks" | "verified"> {
  const { clauseId, documentId, title, version, section, kind } = clause;
  return { clauseId, documentId, title, version, section, kind };
}

/** White space folded to single spaces; nothing else is forgiven. */
function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Where the deciding words stand: sorted, not overlapping. Words that are not there are left unmarked. */
function marksOf(quote: string, deciding: readonly string[]): [number, number][] {
  const found = deciding
    .map(fold)
    .filter((words) => words !== "")
    .map((words): [number, number] => [quote.indexOf(words), quote.indexOf(words) + words.length])
    .filter(([start]) => start >= 0)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const marks: [number, number][] = [];
  for (const mark of found) {
    const last = marks.at(-1);
    if (last === undefined || mark[0] >= last[1]) marks.push(mark);
    else last[1] = Math.max(last[1], mark[1]);
  }
  return marks;
}
