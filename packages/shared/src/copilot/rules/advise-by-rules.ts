import type { Advice, AdviceRequest } from "../advice.ts";
import type { Synonyms } from "../ports.ts";
import { answerFact } from "./answer-fact.ts";
import { decide } from "./decide.ts";
import { readingsOf } from "./readings.ts";
import { speak } from "./speak.ts";
import { readSubject } from "./subject.ts";
import type { Verdict } from "./verdict.ts";
import { vocabularyOf } from "./vocabulary.ts";

const YES_OR_NO =
  /^(?:so |and |but |well |then )*(?:is|are|was|were|am|do|does|did|can|could|will|would|should|may|has|have|isn['’]t|aren['’]t|don['’]t|doesn['’]t|won['’]t)\b/i;

/** "Does it renew by itself?" asks how the contract runs: the sentence that says it answers. */
const OF_RUNNING = /^(?:so |and |but )*(?:does|do|will|would|is)\b.{0,40}\brenew(?:s|ed|al)?\b/i;

/** Coverage, or another question that a yes or no answers. */
function asksYesOrNo({ kind, text }: AdviceRequest["question"]): boolean {
  if (OF_RUNNING.test(text)) return false;
  return kind === "coverage" || (kind === "other" && YES_OR_NO.test(text));
}

const NO_SYNONYMS: Synonyms = [];
const SILENT: Verdict = { decision: "Unknown", grounds: [{ why: "silent" }], proofs: [] };

/** Answers a question from the clauses alone, by rules: the same request gives the same advice. Never throws. */
export function adviseByRules(request: AdviceRequest, synonyms: Synonyms = NO_SYNONYMS): Advice {
  const vocabulary = vocabularyOf(synonyms);
  const readings = readingsOf(request.hits, vocabulary);
  const given = { request, readings, vocabulary, subject: readSubject(request, vocabulary) };
  if (asksYesOrNo(request.question)) return speak(decide(given), request, readings);
  return answerFact(given) ?? speak(SILENT, request, readings);
}
