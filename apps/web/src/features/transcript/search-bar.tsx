import { type KeyboardEvent, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Icon } from "../../components/ui/icon.tsx";

interface SearchBarProps {
  readonly needle: string;
  /** Rows that hold it. */
  readonly found: number;
  /** True while earlier words are not loaded. */
  readonly partly: boolean;
  /** Null closes the search. */
  readonly onChange: (needle: string | null) => void;
  /** Goes to the match with this index; negative ones count from the end. */
  readonly onGo: (at: number) => void;
}

/** Enter goes back in time, from the newest match; Shift+Enter forward; Esc leaves. */
export function SearchBar({ needle, found, partly, onChange, onGo }: SearchBarProps) {
  const [at, setAt] = useState(0);
  const go = (step: number) => {
    if (found === 0) return;
    const next = (at + step + found) % found;
    setAt(next);
    onGo(found - 1 - next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onChange(null);
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
  };
  const change = (value: string) => {
    setAt(-1);
    onChange(value);
  };
  return (
    <search className="search">
      <input
        // biome-ignore lint/a11y/noAutofocus: the field appears because the agent asked for it
        autoFocus
        type="search"
        aria-label="Search the transcript"
        placeholder="Search what was said"
        value={needle}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="muted" role="status">
        {needle === "" ? "" : `${found}${partly ? "+" : ""}`}
      </span>
      <Button look="ghost" aria-label="Close the search" onClick={() => onChange(null)}>
        <Icon name="close" />
      </Button>
    </search>
  );
}
