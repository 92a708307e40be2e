import { useEffect, useEffectEvent } from "react";
import type { Command } from "./command.ts";

const OWN_KEYS =
  "input, textarea, select, [contenteditable], dialog, [role=menu], [role=listbox], [role=dialog]";

/** True while keys belong to what has the focus: a field, a menu, a dialog. */
function isTaken(target: EventTarget | null): boolean {
  return (
    (target instanceof Element && target.closest(OWN_KEYS) !== null) ||
    document.querySelector("dialog[open]") !== null
  );
}

/**
 * Runs commands by their single keys, unless `single` is off. ⌘K and Ctrl+K open the list from anywhere.
 */
export function useCommandKeys(
  commands: readonly Command[],
  options: { single: boolean; onList: () => void },
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if ((event.metaKey || event.ctrlKey) && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      options.onList();
      return;
    }
    if (
      event.metaKey ||
      event.ctrlKey ||
      event.altKey ||
      event.repeat ||
      isTaken(event.target) ||
      !options.single
    )
      return;
    const command = commands.find(({ keys }) => keys?.includes(event.key.toLowerCase()));
    if (!command || command.possible === false) return;
    event.preventDefault();
    command.run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
