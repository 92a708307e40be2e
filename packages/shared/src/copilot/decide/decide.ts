import type { Case } from "./case.ts";
import { decideDealing } from "./decide-dealing.ts";
import { proofOf } from "./proofs.ts";
import { capOf } from "./rules/capped.ts";
import { bought, optionCell } from "./rules/held-by-option.ts";
import { waitFor } from "./rules/still-waiting.ts";
import { RULES } from "./rules.ts";
import type { Verdict } from "./verdict.ts";

const SILENT: Verdict = { decision: "Unknown", rule: "silent", why: { why: "silent" }, proofs: [] };

/** Decides one question from what the contract says of its thing or of its dealing. Pure: the same case, the same verdict. */
export function decide(given: Case): Verdict {
  const { question } = given;
  if (question.dealing === "wait period" && question.kind === "coverage") {
    const served = servedWait(given);
    if (served) return served;
  }
  if (question.dealing !== null) return decideDealing(given);
  if (question.causes.includes("contractor damag")) {
    const made = decideDealing({ ...given, question: { ...question, dealing: "contractor damag" } });
    if (made.decision !== "Unknown" && made.decision !== null) return made;
  }
  if (question.kind === "other" && !question.isOpen && given.subject.head === null) return SILENT;
  if (question.kind === "amount") return amountOf(given) ?? SILENT;
  for (const rule of RULES) {
    const verdict = rule(given);
    if (verdict) return verdict;
  }
  return SILENT;
}

/** "Is that too soon?", of a thing that failed: once the wait is over, what is covered decides. */
function servedWait(given: Case): Verdict | null {
  const { question, subject } = given;
  const wait = waitFor(given);
  if (subject.head === null || question.symptoms.length === 0 || !wait) return null;
  if (wait.days > 0 && (wait.since === null || wait.since < wait.days)) return null;
  const verdict = decide({ ...given, question: { ...question, dealing: null } });
  return verdict.decision === "Unknown"
    ? null
    : { ...verdict, proofs: [...verdict.proofs, proofOf(wait.statement)] };
}

/** "How much do you pay for it": the cap of the thing, or that what covers it has none. */
function amountOf(given: Case): Verdict | null {
  for (const rule of RULES.slice(0, 6)) {
    const verdict = rule(given);
    if (verdict && verdict.decision !== "Unknown") return verdict;
  }
  const option = optionCell(given) ? bought(given) : null;
  if (option?.why.why === "cap") return { ...option, decision: null, rule: "amount" };
  const cap = capOf(given);
  if (cap) {
    return {
      decision: null,
      rule: "amount",
      why: { why: "cap", cap: cap.amount.text },
      proofs: [proofOf(cap.statement)],
    };
  }
  return RULES.map((rule) => rule(given)).find((verdict) => verdict !== null) ?? null;
}
