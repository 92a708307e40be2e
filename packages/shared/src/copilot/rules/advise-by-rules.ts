import type { Advice, AdviceRequest } from "../advice.ts";
import type { Synonyms } from "../ports.ts";
import { citationsFor } from "./cite.ts";
import { decide } from "./decide.ts";
import { findSentence } from "./find-sentence.ts";
import { readingsOf } from "./readings.ts";
import { speak } from "./speak.ts";
import { spoken } from "./spoken.ts";
import { readSubject } from "./subject.ts";
import { vocabularyOf } from "./vocabulary.ts";

const YES_OR_NO =
  /^(?:so |and |but |well |then )*(?:is|are|was|were|am|do|does|did|can|could|will|would|should|may|has|have|isn['’]t|aren['’]t|don['’]t|doesn['’]t|won['’]t)\b/i;

/** Coverage, or another question that a yes or no answers. */
function asksYesOrNo({ kind, text }: AdviceRequest["question"]): boolean {
  return kind === "coverage" || (kind === "other" && YES_OR_NO.test(text));
}

const NO_SYNONYMS: Synonyms = [];

/** Answers a question from the clauses alone, by rules: the same request gives the same advice. Never throws. */
export function adviseByRules(request: AdviceRequest, synonyms: Synonyms = NO_SYNONYMS): Advice {
  const vocabulary = vocabularyOf(synonyms);
  const readings = readingsOf(request.hits, vocabulary);
  if (asksYesOrNo(request.question)) {
    const subject = readSubject(request, vocabulary);
    return speak(decide({ request, readings, subject, vocabulary }), request);
  }
  const answer = findSentence(request, readings, vocabulary);
  if (answer === null)
    return speak({ decision: "Unknown", grounds: [{ why: "silent" }], proofs: [] }, request);
  return {
    decision: null,
    reason: "as the contract says",
    script: spoken(answer.unit.text),
    citations: citationsFor([{ reading: answer.reading, unit: answer.unit, deciding: [] }]),
    nextSteps: answer.steps.map((step) => step.text).slice(0, 4),
  };
}
