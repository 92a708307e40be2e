import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Option } from "./choice.tsx";
import { Icon } from "./icon.tsx";

interface OptionListProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
}

/** A list with a field that filters it: typing narrows, arrows move, Enter chooses. */
export function OptionList({ label, value, options, onChoose }: OptionListProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => option.value === value),
    ),
  );
  const wanted = typed.trim().toLowerCase();
  const fitting = options.filter((option) => option.label.toLowerCase().includes(wanted));
  const active = fitting[Math.min(at, fitting.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && fitting.length > 0)
      setAt((Math.min(at, fitting.length - 1) + step + fitting.length) % fitting.length);
    if (event.key === "Enter" && active) onChoose(active.value);
    if (step !== 0 || event.key === "Enter") event.preventDefault();
  };
  return (
    <>
      <input
        className="option-filter"
        role="combobox"
        aria-label={`Find ${label.toLowerCase()}`}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={active ? `${id}-${active.value}` : undefined}
        placeholder="Type to find"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="options" id={id} role="listbox" aria-label={label}>
        {fitting.map((option) => (
          <OptionRow
            key={option.value}
            id={`${id}-${option.value}`}
            option={option}
            chosen={option.value === value}
            active={option === active}
            onChoose={onChoose}
          />
        ))}
      </div>
      {fitting.length === 0 ? <p className="option-none">Nothing fits “{typed}”.</p> : null}
    </>
  );
}

interface RowProps {
  readonly id: string;
  readonly option: Option;
  readonly chosen: boolean;
  readonly active: boolean;
  readonly onChoose: (value: string) => void;
}

function OptionRow({ id, option, chosen, active, onChoose }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and handles the keys
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={`option ${active ? "active" : ""}`}
      onClick={() => onChoose(option.value)}
    >
      <span>{option.label}</span>
      {chosen ? <Icon name="check" /> : null}
    </div>
  );
}
