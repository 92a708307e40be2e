import type { SuggestionCard } from "@live-copilot/shared";
import { useState } from "react";

interface ScriptProps {
  readonly card: SuggestionCard;
  /** The text so far while it is still being written. */
  readonly draft: string | undefined;
}

/**
 * The sentence to say. Its place is as high as it was while the text was awaited, so that what stands below
 * does not move when the text is there.
 */
export function Script({ card, draft }: ScriptProps) {
  const [awaited] = useState(card.status === "sources");
  const writing = card.status === "sources";
  const text = writing ? draft : card.script;
  if (!text && !writing) return null;
  return (
    <div className={`say ${awaited ? "awaited" : ""}`}>
      {text ? (
        <p className={writing ? "caret" : ""}>{text}</p>
      ) : (
        <div className="say-wait" role="status" aria-label="The text is being written" />
      )}
    </div>
  );
}
