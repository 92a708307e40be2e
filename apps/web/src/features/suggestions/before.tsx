import type { FeedbackKind, SuggestionCard } from "@live-copilot/shared";
import { cardWords, toneOf } from "../../components/text/decision-words.ts";
import { DecisionIcon, Icon } from "../../components/ui/icon.tsx";

interface BeforeProps {
  /** Newest first. */
  readonly cards: readonly SuggestionCard[];
  readonly marks: Readonly<Record<string, readonly FeedbackKind[]>>;
  readonly askedAt: (card: SuggestionCard) => string;
  readonly onPick: (id: string) => void;
}

/** Earlier answers, one line each; what was pinned stands first. */
export function Before({ cards, marks, askedAt, onPick }: BeforeProps) {
  if (cards.length === 0) return null;
  const pinned = (card: SuggestionCard) => (marks[card.id] ?? []).includes("pinned");
  const ordered = [...cards.filter(pinned), ...cards.filter((card) => !pinned(card))];
  return (
    <div className="before">
      <h3>Before</h3>
      <ul>
        {ordered.map((card) => (
          <li key={card.id}>
            <button
              type="button"
              className={`before-row ${isGone(card) ? "gone" : ""}`}
              onClick={() => onPick(card.id)}
            >
              <DecisionIcon tone={toneOf(card.decision)} />
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
