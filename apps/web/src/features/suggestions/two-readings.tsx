import type { SuggestionCard } from "@live-copilot/shared";
import { cardWords, decisionWords, toneOf } from "../../components/text/decision-words.ts";
import { DecisionIcon } from "../../components/ui/icon.tsx";
import "./two-readings.css";

/** Who says what, so that the agent looks at the clause instead of taking either for the answer. */
export function TwoReadings({ card }: { card: SuggestionCard }) {
  const { readings = [], reason } = card;
  const ordered = readings.toSorted((a, b) => Number(isCheck(b.engine)) - Number(isCheck(a.engine)));
  return (
    <div className="two">
      <p className="two-title">{cardWords(card)}</p>
      <ul className="two-list">
        {ordered.map(({ engine, decision }) => (
          <li key={engine}>
            <DecisionIcon tone={toneOf(decision)} />
            <span>
              {isCheck(engine) ? "The contract check says:" : "The assistant reads:"}{" "}
              <b>{decisionWords(decision) || "Not a question of coverage"}</b>
              {engine === card.engine && reason ? `, ${reason}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The rules, which go by the contract's words alone. */
function isCheck(engine: string): boolean {
  return engine.startsWith("rules");
}
