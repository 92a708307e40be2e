import type { Advice, AdviceRequest } from "../advice.ts";
import type { Synonyms } from "../ports.ts";
import { citationsFor } from "./cite.ts";
import { decide } from "./decide.ts";
import { findSentence } from "./find-sentence.ts";
import { readClause } from "./read-clause.ts";
import { speak } from "./speak.ts";
import { spoken } from "./spoken.ts";
import { readSubject } from "./subject.ts";
import { vocabularyOf } from "./vocabulary.ts";

const NO_SYNONYMS: Synonyms = [];

/** Answers a question from the clauses alone, by rules: the same request gives the same advice. Never throws. */
export function adviseByRules(request: AdviceRequest, synonyms: Synonyms = NO_SYNONYMS): Advice {
  const vocabulary = vocabularyOf(synonyms);
  const mixed = request.hits.some((hit) => hit.contractTypes === null);
  const readings = request.hits.map((hit) => readClause(hit, vocabulary, mixed));
  if (request.question.kind === "coverage") {
    const subject = readSubject(request, vocabulary);
    return speak(decide({ request, readings, subject }), request);
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
