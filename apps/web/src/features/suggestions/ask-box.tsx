import type { SuggestionCard } from "@live-copilot/shared";
import { type KeyboardEvent, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Key } from "../../components/ui/key.tsx";
import { useAsks } from "./use-asks.ts";

export const ASK_FIELD = "ask-the-contract";

interface AskBoxProps {
  readonly sessionId: string;
  readonly cards: readonly SuggestionCard[];
  readonly enabled: boolean;
}

/** The agent's own question to the contract. Enter sends, Esc leaves. */
export function AskBox({ sessionId, cards, enabled }: AskBoxProps) {
  const [question, setQuestion] = useState("");
  const { asks, ask, again, forget } = useAsks(sessionId, cards);
  const send = () => {
    const text = question.trim();
    if (!text) return;
    ask(text);
    setQuestion("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {asks.map((one) => (
        <div key={one.requestId} className="ask-row" role={one.error ? "alert" : "status"}>
          <span className="cut">{one.question}</span>
          <span className={one.error ? "tone-no" : "muted"}>{one.error ?? "Looking it up…"}</span>
          {one.error ? (
            <>
              <Button look="ghost" onClick={() => again(one.requestId)}>
                Try again
              </Button>
              <Button look="ghost" onClick={() => forget(one.requestId)}>
                Drop
              </Button>
            </>
          ) : null}
        </div>
      ))}
      <label className="ask-field">
        <span className="hidden-words">Ask the contract</span>
        <input
          id={ASK_FIELD}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={enabled ? "Ask the contract anything" : "Turn the copilot on to ask the contract"}
          maxLength={2000}
          autoComplete="off"
          enterKeyHint="send"
        />
        <Key>{question ? "↵" : "/"}</Key>
      </label>
    </form>
  );
}
