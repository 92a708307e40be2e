import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";
import { bestGrant } from "./granted.ts";

const UNSURE =
  "(?:(?:i|we|he|she|they|nobody) (?:really |honestly |still )?(?:can['’]?t|cannot|can not|couldn['’]?t|could not|don['’]?t|do not|didn['’]?t|did not|doesn['’]?t)(?: even| really)? (?:tell|know|say|remember)(?: you| me)?|not (?:even |really |exactly )?(?:sure|certain)|no (?:idea|clue)|hard to (?:tell|say))";
const DOUBT = new RegExp(
  `\\b${UNSURE} ((?:if|whether|what|which|who|how|when|where)\\b[^.?!\\n]{3,110})`,
  "i",
);
const EITHER =
  /\b(?:it )?((?:could|might|may) (?:have )?(?:be|been) (?:either|one or the other|the [^.?!\n]{3,60} or )[^.?!\n]{0,60})/i;
const OF_OPTION = /\b(?:option|add[- ]?on|bought|got|have) (?:it|the|that|for)\b/i;

/** The caller says what they do not know, and the contract turns on it: the question back asks just for that. */
export const doubted: Rule = ({ question, findings }) => {
  const about = DOUBT.exec(question.told)?.[1] ?? EITHER.exec(question.told)?.[1];
  if (about === undefined || OF_OPTION.test(about)) return null;
  const turns = findings.refusals.find(({ owner }) => findings.home.includes(owner));
  if (!turns && question.causes.length === 0) return null;
  const grant = bestGrant(findings);
  const proofs = [
    ...(turns ? [proofOf(turns.statement, turns.entry)] : []),
    ...(grant ? [proofOf(grant.statement, grant.entry)] : []),
  ];
  return { decision: "Unknown", rule: "doubted", why: { why: "doubt", about: about.trim() }, proofs };
};
