import type { FeedbackKind, SuggestionCard } from "@live-copilot/shared";
import { failureWords } from "../../components/text/failure.ts";
import { copyText } from "../../components/ui/clipboard.ts";
import { useToast } from "../../components/ui/toast.tsx";
import { useApi } from "../../trpc.ts";
import { clearShown, finishShown, nextCard, type Stage } from "./stage.ts";

/** What an agent can do with a card. */
export interface CardActions {
  readonly copy: (card: SuggestionCard) => void;
  readonly use: (card: SuggestionCard) => void;
  readonly dismiss: (card: SuggestionCard) => void;
  readonly next: () => void;
  readonly mark: (card: SuggestionCard, kind: FeedbackKind) => void;
}

export const NO_ACTIONS: CardActions = {
  copy: () => {},
  use: () => {},
  dismiss: () => {},
  next: () => {},
  mark: () => {},
};

/** The agent's clicks: the stage follows at once, the log hears of each. */
export function useCardActions(
  sessionId: string,
  change: (step: (stage: Stage) => Stage) => void,
): CardActions {
  const { client } = useApi();
  const say = useToast();
  const mark = (card: SuggestionCard, kind: FeedbackKind) => {
    client.suggestion.feedback
      .mutate({ sessionId, cardId: card.id, kind })
      .catch((error: unknown) => kind !== "shown" && say(failureWords(error)));
  };
  return {
    mark,
    copy: async (card) => {
      const copied = await copyText(card.script || card.clarifyingQuestion || "");
      if (!copied) return say("The browser refused to copy. Select the text instead.");
      say("Copied");
      mark(card, "copied");
      change(finishShown);
    },
    use: (card) => {
      mark(card, "used");
      change(finishShown);
    },
    dismiss: (card) => {
      mark(card, "dismissed");
      change(clearShown);
    },
    next: () => change(nextCard),
  };
}
