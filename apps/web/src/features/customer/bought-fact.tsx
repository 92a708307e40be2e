import type { SessionContext } from "@live-copilot/shared";
import { Popover } from "radix-ui";
import { useState } from "react";
import { Icon } from "../../components/ui/icon.tsx";
import { BoughtEditor } from "./bought-editor.tsx";
import { SOURCE_WORDS } from "./source-words.ts";
import { TakeBack } from "./take-back.tsx";
import "./bought.css";

interface BoughtFactProps {
  readonly fact: SessionContext["options"];
  /** Sets the whole list; null takes back what the agent set. */
  readonly onChange: (options: string[] | null) => void;
}

/** The options that were bought, a chip each, and a way to change them in place. */
export function BoughtFact({ fact, onChange }: BoughtFactProps) {
  const [open, setOpen] = useState(false);
  const change = (options: string[] | null) => {
    onChange(options);
    setOpen(false);
  };
  const names = fact?.value ?? [];
  const nothing = fact ? "None" : "Not known";
  return (
    <div className={`fact bought ${names.length > 0 ? "some" : ""}`}>
      <dt>Options bought</dt>
      <dd>
        <Popover.Root open={open} onOpenChange={setOpen}>
          <Popover.Trigger
            className="choice"
            aria-label={`Options bought: ${names.join(", ") || nothing.toLowerCase()}. Change`}
          >
            <span className="bought-names">
              {names.map((name) => (
                <span key={name} className="chip">
                  {name}
                </span>
              ))}
              {names.length === 0 ? <span className={fact ? "" : "muted"}>{nothing}</span> : null}
            </span>
            <Icon name="fold" />
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content
              className="pop bought-pop"
              align="start"
              sideOffset={4}
              collisionPadding={8}
              aria-label="Options bought"
            >
              <BoughtEditor known={fact?.value ?? null} onSave={change} />
              {fact?.source === "agent" ? <TakeBack onClick={() => change(null)} /> : null}
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
        <small>{fact ? SOURCE_WORDS[fact.source] : ""}</small>
      </dd>
    </div>
  );
}
