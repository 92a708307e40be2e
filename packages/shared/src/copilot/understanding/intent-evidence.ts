import type { IntentLabel } from "../../domain/intent.ts";
import { asksSomething } from "./asks-something.ts";
import { FAILED } from "./lexicon/failures.ts";
import {
  CLAIMS,
  COMPLAINTS,
  EVENTS,
  INQUIRIES,
  SERVICE_FAULTS,
  SERVICE_THINGS,
} from "./lexicon/intent-cues.ts";
import { mentionsOf } from "./mentions.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How strongly one turn speaks for each intent, 0 to 1. All zero: it says nothing of it. */
export type IntentEvidence = Readonly<Record<IntentLabel, number>>;

/** Weighs the words of a turn (as the rules compare them). `before` only settles what "it" is. */
export function intentEvidence(text: string, before: string, vocabulary: Vocabulary): IntentEvidence {
  const things = mentionsOf(text, vocabulary).some(({ place }) => !place);
  const service = SERVICE_THINGS.test(text);
  const failed = FAILED.test(text);
  const pronoun = !things && !service && mentionsOf(before, vocabulary).some(({ place }) => !place);
  const thing = things || pronoun;
  const claim = Math.max(
    CLAIMS.test(text) ? 0.9 : 0,
    EVENTS.test(text) ? 0.85 : 0,
    failed && thing && !service ? 0.85 : 0,
    failed && things && service ? 0.6 : 0,
  );
  const problem = Math.max(
    COMPLAINTS.test(text) ? 0.9 : 0,
    SERVICE_FAULTS.test(text) && !(thing && failed && !service) ? 0.75 : 0,
    failed && !thing ? 0.65 : 0,
  );
  const asks = INQUIRIES.test(text) || asksSomething(text);
  const inquiry = asks ? (claim > 0 || problem > 0 ? 0.4 : 0.7) : 0;
  return { CLAIM: claim, PROBLEM: problem, INQUIRY: inquiry };
}
