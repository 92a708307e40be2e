import type { Intent, IntentLabel } from "../../domain/intent.ts";
import { withoutFillers } from "./clean-speech.ts";
import { intentEvidence } from "./intent-evidence.ts";
import type { TurnInput } from "./reading.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { joined, wordsOf } from "./words.ts";

const LABELS: readonly IntentLabel[] = ["CLAIM", "PROBLEM", "INQUIRY"];
/** How much of what was believed still counts against a new statement. */
const MEMORY = 0.85;
const SURE = 0.98;

/**
 * The intent after this turn. Evidence for what is believed already makes it surer; other evidence must be the
 * stronger one to turn it over; small talk changes nothing.
 */
export function readIntent({
  segments,
  before,
  intent,
  synonyms,
}: Pick<TurnInput, "segments" | "before" | "intent" | "synonyms">): Intent | null {
  const vocabulary = vocabularyOf(synonyms);
  const text = joined(withoutFillers(segments.flatMap((segment, i) => wordsOf(segment.text, i))));
  const evidence = intentEvidence(text, before.map((turn) => turn.text).join(" "), vocabulary);
  const strongest = LABELS.reduce(
    (best, label) => (evidence[label] > evidence[best] ? label : best),
    "CLAIM",
  );
  if (evidence[strongest] === 0) return intent;
  const weights = LABELS.map((label) => {
    const believed = intent?.label === label ? odds(intent.confidence) * MEMORY : 0;
    // Callers ask in every kind of call, so a question alone says little once an event or a complaint is told.
    const told =
      label === "INQUIRY" && intent && intent.label !== "INQUIRY" ? evidence[label] * 0.35 : evidence[label];
    return { label, weight: believed + odds(told) };
  });
  const best = weights.reduce((a, b) => (b.weight > a.weight ? b : a));
  const rest = weights
    .filter(({ label }) => label !== best.label)
    .reduce((sum, { weight }) => sum + weight, 0);
  const share = best.weight / (best.weight + rest);
  const confidence = (best.weight / (1 + best.weight)) * (0.5 + share / 2);
  return { label: best.label, confidence: Math.round(Math.min(SURE, confidence) * 100) / 100 };
}

function odds(probability: number): number {
  const bounded = Math.min(SURE, probability);
  return bounded / (1 - bounded);
}
