import type { FeedbackKind, SuggestionCard } from "@live-copilot/shared";
import { useEffect, useEffectEvent } from "react";
import type { CardActions } from "./use-card-actions.ts";

/** Tells the log once that a written answer stood in front of the agent. */
export function useShown(
  card: SuggestionCard | undefined,
  marks: readonly FeedbackKind[],
  actions: CardActions,
): void {
  const id = card?.status === "ready" ? card.id : undefined;
  const tell = useEffectEvent(() => {
    if (card && !marks.includes("shown")) actions.mark(card, "shown");
  });
  useEffect(() => {
    if (id !== undefined) tell();
  }, [id]);
}
