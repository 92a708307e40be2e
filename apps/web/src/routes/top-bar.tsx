import type { ReactNode } from "react";
import { Link } from "wouter";
import { Button } from "../components/ui/button.tsx";
import { Icon } from "../components/ui/icon.tsx";
import { Key } from "../components/ui/key.tsx";
import { CallsMenu } from "../features/calls/calls-menu.tsx";
import type { Calls } from "../features/calls/use-calls.ts";
import { listKey } from "../features/commands/platform.ts";
import type { SheetName } from "./shell.tsx";

interface TopBarProps {
  readonly calls: Calls;
  readonly openId: string | undefined;
  readonly title: ReactNode;
  readonly status: ReactNode;
  readonly onOpen: (sheet: SheetName) => void;
}

/** Who is on the line, how things stand, and the way to everything else. */
export function TopBar({ calls, openId, title, status, onOpen }: TopBarProps) {
  return (
    <header className="top">
      <CallsMenu calls={calls} openId={openId} />
      <Link href="/" className="brand" aria-label="Live Copilot, all calls">
        <i />
        <span>Live Copilot</span>
      </Link>
      {title}
      <span className="spacer" />
      {status}
      {openId === undefined ? null : (
        <Button
          look="ghost"
          className="top-replay"
          aria-label="Replay a sample call"
          title="Replay a sample call"
          onClick={() => onOpen("replay")}
        >
          <Icon name="play" />
        </Button>
      )}
      <Button look="ghost" className="top-commands" onClick={() => onOpen("commands")}>
        <Icon name="more" />
        <span className="top-commands-words">Commands</span>
        <Key>{listKey()}</Key>
      </Button>
    </header>
  );
}
