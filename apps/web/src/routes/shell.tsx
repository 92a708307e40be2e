import { type ReactNode, useState } from "react";
import { FeatureBoundary } from "../components/ui/feature-boundary.tsx";
import { useStored } from "../components/ui/stored.ts";
import { useTheme } from "../components/ui/use-theme.ts";
import { CallsList } from "../features/calls/calls-list.tsx";
import type { Calls } from "../features/calls/use-calls.ts";
import type { Command } from "../features/commands/command.ts";
import { CommandList } from "../features/commands/command-list.tsx";
import { KeysSheet } from "../features/commands/keys-sheet.tsx";
import { useCommandKeys } from "../features/commands/use-command-keys.ts";
import { ReplaySheet } from "../features/replay/replay-sheet.tsx";
import { TopBar } from "./top-bar.tsx";
import { usePageCommands } from "./use-page-commands.ts";
import "./shell.css";

export type SheetName = "commands" | "keys" | "replay";

interface ShellProps {
  readonly calls: Calls;
  readonly openId?: string | undefined;
  /** Who is on the line, between the brand and the rest. */
  readonly title?: ReactNode;
  /** The connection and the switch, at the right. */
  readonly status: ReactNode;
  readonly commands?: readonly Command[];
  readonly children: (open: (sheet: SheetName) => void) => ReactNode;
}

/** What every page of the desk has: the bar, the calls, the commands and their keys. */
export function Shell({ calls, openId, title, status, commands = [], children }: ShellProps) {
  const [sheet, setSheet] = useState<SheetName | null>(null);
  const [single, setSingle] = useStored<"on" | "off">("single-keys", "on", ["on", "off"]);
  const theme = useTheme();
  const all = [...commands, ...usePageCommands({ calls, openId, theme, open: setSheet })];
  useCommandKeys(all, { single: single === "on", onList: () => setSheet("commands") });
  const close = () => setSheet(null);
  return (
    <div className="shell">
      <TopBar calls={calls} openId={openId} title={title} status={status} onOpen={setSheet} />
      <nav className="rail" aria-label="Calls">
        <FeatureBoundary name="The list of calls">
          <CallsList calls={calls} openId={openId} />
        </FeatureBoundary>
      </nav>
      {children(setSheet)}
      {sheet === "commands" ? <CommandList commands={all} onClose={close} /> : null}
      {sheet === "replay" ? <ReplaySheet onClose={close} /> : null}
      {sheet === "keys" ? (
        <KeysSheet
          commands={all}
          single={single === "on"}
          onSingle={(on) => setSingle(on ? "on" : "off")}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
