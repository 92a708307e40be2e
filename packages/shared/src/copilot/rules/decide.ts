import type { AdviceRequest } from "../advice.ts";
import { grade } from "./decide-grant.ts";
import { refusal } from "./decide-refusal.ts";
import { byRuleSentence } from "./decide-rule.ts";
import { unlisted } from "./decide-unlisted.ts";
import { type Finding, type Findings, findingsIn } from "./findings.ts";
import type { Reading } from "./read-clause.ts";
import type { Subject } from "./subject.ts";
import type { Proof, Verdict } from "./verdict.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A question with all that may be used to decide it. */
export interface Case {
  readonly request: AdviceRequest;
  readonly readings: readonly Reading[];
  readonly subject: Subject;
  readonly vocabulary: Vocabulary;
}

/** Decides a question of coverage from the clauses that were found, and from nothing else. */
export function decide(given: Case): Verdict {
  const found = findingsIn(given.readings, given.subject);
  const doubtful = undecidable(given, found);
  if (doubtful !== null) return doubtful;
  const refused = refusal(given, found);
  if (refused?.verdict !== undefined) return refused.verdict;
  const grant = found.grants[0];
  if (grant !== undefined) return grade(given, found, { grant, relief: refused?.relief ?? null });
  const rule = byRuleSentence(given);
  return rule ?? unlisted(given) ?? { decision: "Unknown", grounds: [{ why: "silent" }], proofs: [] };
}

/** The caller says that they do not know a fact, and the clauses turn on one. */
function undecidable(given: Case, found: Findings): Verdict | null {
  const { doubt } = given.subject;
  if (doubt === null) return null;
  const near = [...found.exclusions, ...found.open, ...found.grants].slice(0, 2);
  if (near.length === 0) return null;
  return { decision: "Unknown", grounds: [{ why: "doubt", about: doubt.about }], proofs: near.map(proofOf) };
}

/** A finding as a sentence to quote. */
export function proofOf(one: Finding): Proof {
  return { reading: one.reading, unit: one.unit, deciding: one.element === null ? [] : [one.element.text] };
}
