import type { Entry } from "../../contract/entry.ts";
import type { Statement } from "../../contract/statement.ts";
import { mentionsOf } from "../../language/terms.ts";
import { tokensOf } from "../../language/tokens.ts";
import { causesGuessed } from "../../understand/causes-said.ts";
import { hear } from "../../understand/heard.ts";
import type { Case } from "../case.ts";
import { type CauseRuling, refusedCauses } from "../causes.ts";
import type { Finding } from "../findings.ts";
import { givenBack, isOfSubject } from "../given-back.ts";
import { proofOf } from "../proofs.ts";
import type { Rule } from "../rules.ts";
import type { Verdict } from "../verdict.ts";
import { capOf } from "./capped.ts";
import { narrowingSaid } from "./excluded-by-name.ts";
import { bestGrant } from "./granted.ts";

/** The thing's section leaves out just this failure when something besides was the case, which nobody has said. */
export const openExclusion: Rule = (given) => {
  const { findings, question, subject, lexicon } = given;
  const grant = bestGrant(findings);
  if (!grant) return null;
  const guessed = guessedExclusion(given);
  if (guessed) return opened(guessed.statement, guessed.entry, grant, given);
  const symptoms = new Set(mentionsOf(tokensOf(question.told), "symptoms", lexicon).map(({ id }) => id));
  const open = findings.refusals.find(({ owner, entry }) => {
    if (!entry || !findings.home.includes(owner)) return false;
    const tokens = tokensOf(entry.text);
    const told =
      GUESSED.test(question.told) &&
      mentionsOf(tokens, "symptoms", lexicon).some(({ id }) => TIED.has(id) && symptoms.has(id));
    if (told) return true;
    if (entry.causes.length === 0 || narrowingSaid(entry, given)) return false;
    return tokens.some(({ stem }) => SYMPTOMATIC.has(stem) && subject.said.has(stem));
  });
  if (!open?.entry || question.causes.length > 0 || DENIED.test(question.told)) return null;
  return opened(open.statement, open.entry, grant, given);
};

/** A cause that the caller only guesses at, "could be rust or just age", and that the contract does not pay for. */
function guessedExclusion(given: Case): CauseRuling | undefined {
  const { question, lexicon } = given;
  if (question.causes.length > 0) return undefined;
  const guesses = causesGuessed(hear([question.told]), lexicon).map(({ id }) => id);
  if (guesses.length === 0) return undefined;
  const [refused] = refusedCauses({ ...given, question: { ...question, causes: guesses } });
  if (!refused) return undefined;
  return givenBack(refused, given, ({ terms, narrowed }) =>
    [...terms, ...narrowed].some(({ id }) => isOfSubject(id, given)),
  )
    ? undefined
    : refused;
}

/** Granted, unless what was left open is the case. */
function opened(statement: Statement, entry: Entry, grant: Finding, given: Case): Verdict {
  const cap = capOf(given);
  return {
    decision: "Partial",
    rule: "open-exclusion",
    why: { why: "open-exclusion", what: entry.text },
    proofs: [
      proofOf(statement, entry),
      proofOf(grant.statement, grant.entry),
      ...(cap ? [proofOf(cap.statement)] : []),
    ],
  };
}

/** "Could be roots, could be old gunk, nobody has looked". */
const GUESSED =
  /\b(?:(?:could|might|may) (?:just |also |well )?(?:be|have been)|not sure|no idea|no clue|nobody(?:['’]?s)? (?:has )?(?:looked|checked)|do(?:es)?n['’]?t know|dont know)\b/i;
/** Symptoms that contracts tie to a cause, whatever words the caller has for them. */
const TIED = new Set(["will not drain", "stuck"]);

/** The caller says that nothing of the kind happened. */
const DENIED = /\b(?:nothing?|nothin|nobody|no one|never put|did ?n['’]?t put|did not put)\b/i;

/** What callers say that a thing does, and contracts tie to a cause. */
const SYMPTOMATIC = new Set([
  "jam",
  "stoppag",
  "clog",
  "block",
  "stuck",
  "crack",
  "burst",
  "broken",
  "leak",
  "back",
]);
