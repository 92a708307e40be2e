import { Popover } from "radix-ui";
import { type ReactNode, useId, useState } from "react";
import { Icon } from "./icon.tsx";
import { OptionList } from "./option-list.tsx";
import "./choice.css";

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  /** What is chosen, for screen readers: "Plan". */
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChoose: (value: string) => void;
  /** A last row under the options, such as taking the choice back. */
  readonly extra?: ((close: () => void) => ReactNode) | undefined;
}

/** A value that is edited where it stands: a button that opens a list to filter and choose from. */
export function Choice({ label, value, options, onChoose, extra }: ChoiceProps) {
  const [open, setOpen] = useState(false);
  const words = useId();
  const shown = options.find((option) => option.value === value)?.label ?? value;
  const close = () => setOpen(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="choice" aria-label={`${label}: ${shown ?? "not known"}. Change`}>
        <span className={shown ? "" : "muted"}>{shown ?? "Not known"}</span>
        <Icon name="fold" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="pop"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-labelledby={words}
        >
          <p id={words} className="hidden-words">
            Change {label.toLowerCase()}
          </p>
          <OptionList
            label={label}
            value={value}
            options={options}
            onChoose={(chosen) => {
              onChoose(chosen);
              close();
            }}
          />
          {extra?.(close)}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
