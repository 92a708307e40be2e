import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Key } from "../../components/ui/key.tsx";
import { Sheet } from "../../components/ui/sheet.tsx";
import { type Command, keyWords, matchingCommands } from "./command.ts";
import "./commands.css";

/** Everything that can be done here: type to find, arrows to move, Enter to do. */
export function CommandList({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const fitting = matchingCommands(commands, typed).filter(({ possible }) => possible !== false);
  const active = fitting[Math.min(at, fitting.length - 1)];
  const run = (command: Command) => {
    onClose();
    // After the dialog gave the focus back, so that a command may take it elsewhere.
    setTimeout(command.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && fitting.length > 0)
      setAt((Math.min(at, fitting.length - 1) + step + fitting.length) % fitting.length);
    if (event.key === "Enter" && active) run(active);
    if (step !== 0 || event.key === "Enter") event.preventDefault();
  };
  return (
    <Sheet title="Commands" place="center" onClose={onClose}>
      <input
        className="command-field sheet-first"
        role="combobox"
        aria-label="Find a command"
        aria-expanded="true"
        aria-controls="command-options"
        aria-activedescendant={active ? `command-${active.id}` : undefined}
        placeholder="What do you want to do?"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="command-options" id="command-options" role="listbox" aria-label="Commands">
        {fitting.map((command) => (
          <CommandRow key={command.id} command={command} active={command === active} onRun={run} />
        ))}
      </div>
      {fitting.length === 0 ? <p className="option-none">Nothing is called “{typed}”.</p> : null}
    </Sheet>
  );
}

interface RowProps {
  readonly command: Command;
  readonly active: boolean;
  readonly onRun: (command: Command) => void;
}

function CommandRow({ command, active, onRun }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and handles the keys
    <div
      ref={row}
      id={`command-${command.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={`command ${active ? "active" : ""}`}
      onClick={() => onRun(command)}
    >
      <span className="command-label">{command.label}</span>
      <small>{command.group}</small>
      {command.keys ? <Key>{keyWords(command)}</Key> : null}
    </div>
  );
}
