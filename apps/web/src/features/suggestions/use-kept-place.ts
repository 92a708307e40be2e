import type { SuggestionCard } from "@live-copilot/shared";
import { useState } from "react";

/** A text that came faster than this was not waited for, so nobody saw its empty place. */
const NOTICED_MS = 300;

/**
 * True while the text is awaited, and after that for a card whose wait was long enough to be seen: its places
 * stay as they were kept, so that nothing moves when they are filled.
 */
export function useKeptPlace({ status }: Pick<SuggestionCard, "status">): boolean {
  const [shownAt] = useState(() => Date.now());
  const [waited, setWaited] = useState<boolean | null>(status === "sources" ? null : false);
  if (waited === null && status !== "sources") setWaited(Date.now() - shownAt > NOTICED_MS);
  return waited ?? true;
}
