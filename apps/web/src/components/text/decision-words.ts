import type { Decision, SuggestionCard } from "@live-copilot/shared";

/** The shape and colour of a decision. `none`: the question was not one of coverage. */
export type Tone = "yes" | "no" | "part" | "unk" | "none";

const TONES: Record<Decision, Tone> = { Yes: "yes", No: "no", Partial: "part", Unknown: "unk" };
const WORDS: Record<Decision, string> = {
  Yes: "Covered",
  No: "Not covered",
  Partial: "Partly covered",
  Unknown: "Not known yet",
};

/** A decision that is newer than this page counts as not known. */
export function toneOf(decision: Decision | null | undefined): Tone {
  return decision ? (TONES[decision] ?? "unk") : "none";
}

/** An agent's words for a decision; empty for a question that was not one of coverage. */
export function decisionWords(decision: Decision | null | undefined): string {
  return decision ? (WORDS[decision] ?? WORDS.Unknown) : "";
}

type Decided = Pick<SuggestionCard, "status" | "decision" | "citations" | "readings">;

/** True where two engines came to different decisions, and the agent has to look. */
export function readingsDiffer({ readings }: Pick<SuggestionCard, "readings">): boolean {
  return (readings?.length ?? 0) > 1;
}

/** The same for a card, of which two readings count as not known: neither may be told as the answer. */
export function cardTone(card: Decided): Tone {
  return readingsDiffer(card) ? "unk" : toneOf(card.decision);
}

/** The same for a card, which also knows whether the contract was searched and says anything at all. */
export function cardWords(card: Decided): string {
  if (readingsDiffer(card)) return "Two readings: check the clause";
  const silent = card.status !== "failed" && card.decision === "Unknown" && card.citations.length === 0;
  return silent ? "Not in the contract" : decisionWords(card.decision);
}
