import type { IntentLabel } from "../../domain/intent.ts";
import { asksSomething } from "./asks-something.ts";
import { FAILED, MISBEHAVES, REFUND_WANTED, WITHOUT } from "./lexicon/failures.ts";
import { STOP_WORDS } from "./lexicon/grammar.ts";
import {
  CLAIMS,
  COMPLAINTS,
  EVENTS,
  HYPOTHETICAL,
  INQUIRIES,
  NEGATED_WHY,
  ONLY_ASKING,
  RECURRENCE,
  SERVICE_FAULTS,
  SERVICE_THINGS,
} from "./lexicon/intent-cues.ts";
import { mentionsOf } from "./mentions.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How strongly one turn speaks for each intent, 0 to 1. All zero: it says nothing of it. */
export type IntentEvidence = Readonly<Record<IntentLabel, number>>;

/** Weighs the words of a turn (as the rules compare them). `before` only settles what "it" is. */
export function intentEvidence(said: string, before: string, vocabulary: Vocabulary): IntentEvidence {
  const text = said.replace(HYPOTHETICAL, " ");
  const asks = asksSomething(said);
  const { claim, problem: wrong } = toldIn(text, before, vocabulary);
  const problem = wrong === 0 && !asks && REFUND_WANTED.test(text) ? 0.6 : wrong;
  const told = Math.max(claim, problem);
  const inquiry = ONLY_ASKING.test(said) ? 0.9 : INQUIRIES.test(text) || asks ? 0.7 : 0;
  if (told === 0) return { CLAIM: 0, PROBLEM: 0, INQUIRY: Math.max(inquiry, isSubstantial(said) ? 0.3 : 0) };
  // What is told together with a question is surer to be the reason for the call than the question alone.
  const less = asks && claim < 0.9 ? 0.8 : 1;
  return { CLAIM: claim * less, PROBLEM: problem, INQUIRY: inquiry === 0.9 ? 0.9 : inquiry * 0.6 };
}

function toldIn(text: string, before: string, vocabulary: Vocabulary): { claim: number; problem: number } {
  const service = SERVICE_THINGS.test(text);
  const broken = FAILED.test(text);
  const without = WITHOUT.some(([pattern]) => pattern.test(text));
  const things = without || mentionsOf(text, vocabulary).some(({ place }) => !place || broken);
  const failed = broken || (things && !service && MISBEHAVES.test(text));
  const meant = !things && !service && mentionsOf(before, vocabulary).some(({ place }) => !place);
  const thing = things || meant;
  const again = RECURRENCE.test(text);
  const claim = Math.max(
    CLAIMS.test(text) ? 0.95 : 0,
    EVENTS.test(text) ? 0.85 : 0,
    failed && thing && !service ? 0.85 : 0,
    failed && things && service ? 0.7 : 0,
  );
  const fault = SERVICE_FAULTS.test(text) && !(failed && thing && !service);
  const problem = Math.max(
    COMPLAINTS.test(text) || NEGATED_WHY.test(text) || (again && (failed || thing)) ? 0.9 : 0,
    fault ? (service && !(failed && things) ? 0.75 : 0.6) : 0,
    failed && !thing ? 0.65 : 0,
  );
  return { claim, problem };
}

/** A turn of some length about something, which is neither a greeting nor somebody's name. */
function isSubstantial(text: string): boolean {
  if (
    /\b(?:my name is|this is|speaking|my number is|thanks|thank you|bye|how are you|yes|yeah|no|okay)\b/.test(
      text,
    )
  )
    return false;
  return text.split(" ").filter((word) => word.length > 2 && !STOP_WORDS.has(word)).length >= 3;
}
