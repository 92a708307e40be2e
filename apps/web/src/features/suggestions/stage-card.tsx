import type { Citation, FeedbackKind, SuggestionCard } from "@live-copilot/shared";
import { CardButtons } from "./card-buttons.tsx";
import { CardFoot } from "./card-foot.tsx";
import { DecisionBanner } from "./decision-banner.tsx";
import { NextSteps } from "./next-steps.tsx";
import { Proof } from "./proof.tsx";
import { Script } from "./script.tsx";
import type { CardActions } from "./use-card-actions.ts";
import { useKeptPlace } from "./use-kept-place.ts";
import "./stage-card.css";

export interface StageCardProps {
  readonly card: SuggestionCard;
  readonly draft?: string | undefined;
  readonly marks: readonly FeedbackKind[];
  readonly actions: CardActions;
  /** When it was asked, as the call's clock says; empty for a question of the agent's. */
  readonly asked: string;
  readonly onOpenSource: (citation: Citation) => void;
  /** Leads to the words that raised the question; absent where there are none. */
  readonly onOpenWords?: (() => void) | undefined;
}

/** One answer, as large as it gets. */
export function StageCard(props: StageCardProps) {
  const { card, draft, marks, actions, onOpenSource } = props;
  const kept = useKeptPlace(card);
  const gone = card.status === "withdrawn" || card.supersededBy !== undefined;
  return (
    <article className={`stage ${gone ? "gone" : ""}`} aria-label={card.question.text}>
      <Question {...props} />
      {gone ? <p className="gone-words">{goneWords(card)}</p> : null}
      <DecisionBanner card={card} />
      {card.clarifyingQuestion ? (
        <p className="first">
          <b>Ask:</b> {card.clarifyingQuestion}
        </p>
      ) : null}
      {card.status === "failed" && !card.script ? (
        <p className="failed">The text could not be written. What the contract says is below.</p>
      ) : (
        <Script card={card} draft={draft} kept={kept} />
      )}
      {card.notice ? <p className="notice">{card.notice.text}</p> : null}
      <CardButtons card={card} marks={marks} actions={actions} />
      <div className="halves">
        {card.citations.length > 0 ? <Proof citations={card.citations} onOpen={onOpenSource} /> : null}
        {kept || card.nextSteps.length > 0 ? <NextSteps cardId={card.id} steps={card.nextSteps} /> : null}
      </div>
      <CardFoot card={card} marks={marks} onMark={(kind) => actions.mark(card, kind)} />
    </article>
  );
}

function Question({ card, asked, onOpenWords }: StageCardProps) {
  return (
    <header className="question">
      <h3>{card.question.text}</h3>
      {onOpenWords ? (
        <button type="button" className="asked" onClick={onOpenWords} title="Show the words that raised it">
          asked {asked}
        </button>
      ) : (
        <span className="asked">{card.origin === "agent" ? "you asked" : asked && `asked ${asked}`}</span>
      )}
    </header>
  );
}

function goneWords(card: SuggestionCard): string {
  return card.supersededBy
    ? "Asked again more exactly; the newer answer counts."
    : "Taken back: it no longer applies.";
}
