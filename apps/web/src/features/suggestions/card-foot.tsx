import { type FeedbackKind, type SuggestionCard, stateName } from "@live-copilot/shared";
import { span } from "../../components/text/clock.ts";
import { readingsDiffer } from "../../components/text/decision-words.ts";
import { Button } from "../../components/ui/button.tsx";
import { Icon } from "../../components/ui/icon.tsx";

interface FootProps {
  readonly card: SuggestionCard;
  readonly marks: readonly FeedbackKind[];
  readonly onMark: (kind: FeedbackKind) => void;
}

/** Where the answer comes from, how long it took, and whether it helped. */
export function CardFoot({ card, marks, onMark }: FootProps) {
  return (
    <footer className="foot">
      <span className="foot-from">{provenance(card)}</span>
      <span className="foot-time">{timings(card)}</span>
      <span className="foot-marks">
        {(["helpful", "unhelpful"] as const).map((kind) => (
          <Button
            key={kind}
            look="ghost"
            aria-label={kind === "helpful" ? "Helpful" : "Not helpful"}
            aria-pressed={marks.includes(kind)}
            onClick={() => onMark(kind)}
          >
            <Icon name="up" className={kind === "helpful" ? "" : "turned"} />
          </Button>
        ))}
      </span>
    </footer>
  );
}

/** In an agent's words: what stands behind this answer. */
export function provenance(card: SuggestionCard): string {
  if (card.status === "sources") return "The assistant is writing…";
  if (card.status === "withdrawn") return "Taken back";
  if (card.status === "failed") return card.script ? "Nothing was searched" : "No text could be written";
  if (readingsDiffer(card)) return "The assistant's words; quotes checked word for word";
  if (card.searched) return searchedWords(card.searched);
  if (card.citations.length === 0) return "Nothing in the contract to quote";
  return card.engine.startsWith("rules")
    ? "From the contract, word for word"
    : "Written from the contract; quotes checked word for word";
}

function searchedWords({ documents, plan, state }: NonNullable<SuggestionCard["searched"]>): string {
  const scope = [plan, state ? stateName(state) : null].filter(Boolean).join(", ");
  const what = `Searched ${documents} ${documents === 1 ? "document" : "documents"}`;
  return scope ? `${what} for ${scope}` : what;
}

function timings({ timings: { sourcesMs, readyMs } }: SuggestionCard): string {
  const parts = [];
  if (sourcesMs !== undefined) parts.push(`sources ${span(sourcesMs)}`);
  if (readyMs !== undefined) parts.push(`text ${span(readyMs)}`);
  return parts.join(" · ");
}
