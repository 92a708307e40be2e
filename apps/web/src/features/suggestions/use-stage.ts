import type { SuggestionCard } from "@live-copilot/shared";
import { useCallback, useState } from "react";
import { EMPTY_STAGE, type Marks, type Stage, settleStage } from "./stage.ts";

/** The stage of one call, settled with its cards whenever they change. */
export function useStage(cards: readonly SuggestionCard[], marks: Marks) {
  const [stage, setStage] = useState<Stage>(EMPTY_STAGE);
  const settled = settleStage(stage, cards, marks);
  if (settled !== stage) setStage(settled);
  const change = useCallback((step: (stage: Stage) => Stage) => setStage(step), []);
  return [settled, change] as const;
}
