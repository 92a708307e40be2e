import type { SuggestionCard } from "@live-copilot/shared";
import { cardWords, readingsDiffer, toneOf } from "../../components/text/decision-words.ts";
import { DecisionIcon } from "../../components/ui/icon.tsx";
import { TwoReadings } from "./two-readings.tsx";

/** Shape, words, colour, in that order of trust. A question that is not one of coverage has its reason only. */
export function DecisionBanner({ card }: { card: SuggestionCard }) {
  if (readingsDiffer(card)) return <TwoReadings card={card} />;
  const { reason } = card;
  const tone = toneOf(card.decision);
  if (tone === "none") return reason ? <p className="reason">{reason}</p> : null;
  const words = cardWords(card);
  return (
    <p className={`decision ${tone}`}>
      <DecisionIcon tone={tone} />
      <span>
        <b>{words}</b> {reason.toLowerCase() === words.toLowerCase() ? "" : reason}
      </span>
    </p>
  );
}
