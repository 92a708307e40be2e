import type { SuggestionCard } from "@live-copilot/shared";
import { type KeyboardEvent, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Key } from "../../components/ui/key.tsx";
import { type Ask, useAsks } from "./use-asks.ts";

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
        <AskRow
          key={one.requestId}
          ask={one}
          onAgain={() => again(one.requestId)}
          onDrop={() => forget(one.requestId)}
        />
      ))}
      <label className="ask-field">
        <span className="hidden-words">Ask the contract</span>
        <input
          id={ASK_FIELD}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          onKeyDown={onKeyDown}
          placeholder={enabled ? "Ask the contract anything" : "Ask the contract: once the copilot is on"}
          maxLength={2000}
          autoComplete="off"
          enterKeyHint="send"
        />
        <Key>{question ? "↵" : "/"}</Key>
      </label>
    </form>
  );
}

function AskRow({ ask, onAgain, onDrop }: { ask: Ask; onAgain: () => void; onDrop: () => void }) {
  return (
    <div className="ask-row" role={ask.error ? "alert" : "status"}>
      <span className="cut">{ask.question}</span>
      <span className={ask.error ? "tone-no" : "muted"}>{ask.error ?? "Looking it up…"}</span>
      {ask.error ? (
        <>
          <Button look="ghost" onClick={onAgain}>
            Try again
          </Button>
          <Button look="ghost" onClick={onDrop}>
            Drop
          </Button>
        </>
      ) : null}
    </div>
  );
}
