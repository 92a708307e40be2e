import type { FeedbackKind, SuggestionCard } from "@live-copilot/shared";
import { Button } from "../../components/ui/button.tsx";
import { Icon } from "../../components/ui/icon.tsx";
import type { CardActions } from "./use-card-actions.ts";

interface CardButtonsProps {
  readonly card: SuggestionCard;
  readonly marks: readonly FeedbackKind[];
  readonly actions: CardActions;
}

export function CardButtons({ card, marks, actions }: CardButtonsProps) {
  const sayable = card.status !== "sources" && (card.script || card.clarifyingQuestion);
  const used = marks.includes("used");
  const pinned = marks.includes("pinned");
  return (
    <div className="acts">
      <Button look="primary" hotkey="C" disabled={!sayable} onClick={() => actions.copy(card)}>
        Copy
      </Button>
      <Button hotkey="U" disabled={!sayable} aria-pressed={used} onClick={() => actions.use(card)}>
        {used ? <Icon name="check" /> : null}I said it
      </Button>
      <span className="spacer" />
      <Button
        look="ghost"
        hotkey="P"
        aria-pressed={pinned}
        onClick={() => actions.mark(card, pinned ? "unpinned" : "pinned")}
      >
        <Icon name="pin" />
        Pin
      </Button>
      <Button look="ghost" hotkey="X" onClick={() => actions.dismiss(card)}>
        Dismiss
      </Button>
    </div>
  );
}
