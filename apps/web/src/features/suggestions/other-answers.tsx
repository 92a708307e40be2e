import type { FeedbackKind, SuggestionCard } from "@live-copilot/shared";
import { cardTone, cardWords } from "../../components/text/decision-words.ts";
import { DecisionIcon, Icon } from "../../components/ui/icon.tsx";
import type { Marks } from "./stage.ts";

interface OtherAnswersProps {
  readonly title: string;
  readonly cards: readonly SuggestionCard[];
  readonly marks: Marks;
  /** New to the agent: each bears a dot. */
  readonly fresh?: boolean;
  readonly askedAt: (card: SuggestionCard) => string;
  readonly onPick: (id: string) => void;
}

/** Answers that are not on stage, one line each; what was pinned stands first. */
export function OtherAnswers({ title, cards, marks, fresh = false, askedAt, onPick }: OtherAnswersProps) {
  if (cards.length === 0) return null;
  const pinned = (card: SuggestionCard) => (marks[card.id] ?? []).includes("pinned");
  const ordered = [...cards.filter(pinned), ...cards.filter((card) => !pinned(card))];
  return (
    <div className="others">
      <h3>{title}</h3>
      <ul>
        {ordered.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              className={`other ${isGone(card) ? "gone" : ""}`}
              onClick={() => onPick(card.id)}
            >
              <DecisionIcon tone={cardTone(card)} />
              {fresh ? <i className="dot" /> : null}
              {pinned(card) ? <Icon name="pin" className="pinned" /> : null}
              <b className="cut">{card.question.text}</b>
              <span className="cut">{lineWords(card, marks[card.id] ?? [])}</span>
              <time>{askedAt(card)}</time>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isGone(card: SuggestionCard): boolean {
  return card.status === "withdrawn" || card.supersededBy !== undefined;
}

function lineWords(card: SuggestionCard, marks: readonly FeedbackKind[]): string {
  if (card.supersededBy) return "asked again more exactly";
  if (card.status === "withdrawn") return "taken back";
  if (card.status === "sources") return "writing…";
  if (marks.includes("dismissed")) return "dismissed";
  const words = cardWords(card) || card.reason;
  return marks.includes("used") ? `said · ${words}` : words;
}
