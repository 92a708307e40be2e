import type { ImpliedQuestion } from "./implied-questions.ts";
import { joined, type Word } from "./words.ts";

/** What comes before any question of cover, as callers say it, and the question that the agent must settle first. */
const DANGERS: readonly { readonly told: RegExp; readonly text: string; readonly concept: string }[] = [
  {
    told: /\b(?:smell(?:s|ed|ing)?|stinks?|odou?r|whiff|leak(?:s|ed|ing)?)\b(?: \w+){0,4} gas\b|\bgas (?:\w+ ){0,1}(?:smell|odou?r|leak(?:s|ing)?)\b/,
    text: "What must be done about the smell of gas?",
    concept: "gas smell",
  },
  {
    told: /\bcarbon monoxide\b|\bco (?:alarm|detector) (?:\w+ ){0,3}(?:goes|going|went|beeping|is on)\b/,
    text: "What must be done about the carbon monoxide alarm?",
    concept: "carbon monoxide",
  },
  {
    told: /\b(?:sparks?|sparking|smoke|smoking|flames?)\b(?: \w+){0,4} (?:from|out of|in|at) (?:the|my|our|this|that)\b/,
    text: "What must be done about the sparks or smoke?",
    concept: "sparks",
  },
];

/** The danger that a turn tells of, as a question; null for most turns. */
export function dangerIn(words: readonly Word[]): ImpliedQuestion | null {
  const said = joined(words);
  const danger = DANGERS.find(({ told }) => told.test(said));
  return danger ? { text: danger.text, concepts: [danger.concept], from: 0, to: words.length } : null;
}
