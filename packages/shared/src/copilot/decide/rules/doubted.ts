import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";
import { bestGrant } from "./granted.ts";

const DOUBT =
  /\b(?:i|we) (?:really |honestly )?(?:can['’]?t|cannot|can not|couldn['’]?t|don['’]?t|do not|didn['’]?t|am not|are not|['’]m not|not)(?: even| really)? (?:tell(?: you)?|know|say|remember|sure|certain)(?: you)? ((?:if|whether|what kind|which|who)\b[^.?!\n]{3,110})/i;
const OF_OPTION = /\b(?:option|add[- ]?on|bought|got|have) (?:it|the|that|for)\b/i;

/** The caller says what they do not know, and the contract turns on it: the question back asks just for that. */
export const doubted: Rule = ({ question, findings }) => {
  const about = DOUBT.exec(question.told)?.[1];
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
