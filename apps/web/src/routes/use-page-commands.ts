import { useLocation } from "wouter";
import type { Theme } from "../components/ui/use-theme.ts";
import type { Calls } from "../features/calls/use-calls.ts";
import type { Command } from "../features/commands/command.ts";
import type { SheetName } from "./shell.tsx";

interface PageParts {
  readonly calls: Calls;
  readonly openId: string | undefined;
  readonly theme: { readonly theme: Theme; readonly turn: () => void };
  readonly open: (sheet: SheetName) => void;
}

/** What can be done from every page. */
export function usePageCommands({ calls, openId, theme, open }: PageParts): readonly Command[] {
  const [, go] = useLocation();
  const ids = [...calls.live, ...calls.earlier].map(({ sessionId }) => sessionId);
  const at = openId === undefined ? -1 : ids.indexOf(openId);
  const goTo = (id: string | undefined) => () => id !== undefined && go(`/calls/${encodeURIComponent(id)}`);
  const next = ids[at + 1];
  const before = at > 0 ? ids[at - 1] : undefined;
  return [
    {
      id: "next-call",
      group: "Call",
      label: "Next call in the list",
      keys: ["j"],
      run: goTo(next),
      possible: next !== undefined,
    },
    {
      id: "previous-call",
      group: "Call",
      label: "Previous call in the list",
      keys: ["k"],
      run: goTo(before),
      possible: before !== undefined,
    },
    { id: "all-calls", group: "Page", label: "All calls", run: () => go("/") },
    { id: "replay", group: "Page", label: "Replay a sample call", run: () => open("replay") },
    {
      id: "theme",
      group: "Page",
      label: `Change the scheme (now ${theme.theme})`,
      keys: ["t"],
      run: theme.turn,
    },
    { id: "keys", group: "Page", label: "Show the keys", keys: ["?"], run: () => open("keys") },
    { id: "gallery", group: "Page", label: "Gallery of card states", run: () => go("/gallery") },
  ];
}
