import type { SuggestionCard } from "@live-copilot/shared";

interface ScriptProps {
  readonly card: SuggestionCard;
  /** The text so far while it is still being written. */
  readonly draft: string | undefined;
  /** Its place was kept while it was awaited. */
  readonly kept: boolean;
}

/** The sentence to say: the largest thing on the page. */
export function Script({ card, draft, kept }: ScriptProps) {
  const writing = card.status === "sources";
  const text = writing ? draft : card.script;
  if (!text && !writing) return null;
  return (
    <div className={`say ${kept ? "kept" : ""}`}>
      {text ? (
        <p className={writing ? "caret" : ""}>{text}</p>
      ) : (
        <p className="say-wait" role="status">
          {card.decision ? "A first reading, by the contract check. " : ""}The assistant is writing…
        </p>
      )}
    </div>
  );
}
