import type { Intent, IntentLabel } from "../../domain/intent.ts";
import { joined, wordsOf } from "../language/words.ts";
import type { Synonyms } from "../ports.ts";
import { withoutFillers } from "./clean-speech.ts";
import { type IntentEvidence, intentEvidence } from "./intent-evidence.ts";
import { vocabularyOf } from "./vocabulary.ts";

const LABELS: readonly IntentLabel[] = ["CLAIM", "PROBLEM", "INQUIRY"];
/** How much of what is still open one more turn of the same intent settles. */
const GAIN = 0.6;
/** What a weaker statement of another intent takes from what was believed. */
const DOUBT = 0.1;
const SURE = 0.98;

interface Said {
  readonly segments: readonly { readonly text: string }[];
  readonly before: readonly { readonly text: string }[];
  readonly intent: Intent | null;
  readonly synonyms: Synonyms;
}

/**
 * The intent after this turn. A turn that speaks for what is believed makes it surer, a clearer one for another
 * intent turns it over, a weaker one leaves a doubt; small talk changes nothing.
 */
export function readIntent({ segments, before, intent, synonyms }: Said): Intent | null {
  const text = joined(withoutFillers(segments.flatMap((segment, i) => wordsOf(segment.text, i))));
  const earlier = before.map((turn) => turn.text).join(" ");
  const evidence = intentEvidence(text, earlier, vocabularyOf(synonyms));
  const label = LABELS.reduce((best, one) => (evidence[one] > evidence[best] ? one : best), "CLAIM");
  if (evidence[label] === 0) return intent;
  return intent ? develop(intent, label, evidence) : { label, confidence: rounded(evidence[label]) };
}

function develop(intent: Intent, label: IntentLabel, evidence: IntentEvidence): Intent {
  const { confidence } = intent;
  if (label === intent.label) {
    return { label, confidence: rounded(confidence + (1 - confidence) * GAIN * evidence[label]) };
  }
  // Questions are asked in every kind of call: they do not undo an event or a complaint that was told.
  if (label === "INQUIRY" && evidence.INQUIRY < 0.9) return intent;
  if (evidence[label] > confidence) return { label, confidence: rounded(evidence[label]) };
  return { label: intent.label, confidence: rounded(confidence * (1 - DOUBT)) };
}

function rounded(confidence: number): number {
  return Math.round(Math.min(SURE, confidence) * 100) / 100;
}
