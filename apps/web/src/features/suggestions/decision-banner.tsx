import type { SuggestionCard } from "@live-copilot/shared";
import { cardWords, toneOf } from "../../components/text/decision-words.ts";
import { DecisionIcon } from "../../components/ui/icon.tsx";

/** Shape, words, colour, in that order of trust. A question that is not one of coverage has its reason only. */
export function DecisionBanner({ card }: { card: SuggestionCard }) {
  const differ = (card.readings?.length ?? 0) > 1;
  const tone = differ ? "part" : toneOf(card.decision);
  const reason = differ ? readingsWords(card) : card.reason;
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

function readingsWords({ readings = [] }: SuggestionCard): string {
  const words = readings.map(({ engine, decision }) => {
    const who = engine.startsWith("rules") ? "the rules say" : "the model says";
    return `${who} ${decision ? READ[decision] : "it is no question of coverage"}`;
  });
  return words.join(", ");
}

const READ = { Yes: "covered", No: "not covered", Partial: "partly", Unknown: "not known" } as const;
