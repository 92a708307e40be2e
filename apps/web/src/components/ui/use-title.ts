import { useEffect } from "react";

const PAGE = "Live Copilot";

/** Names the browser's tab, so that a call is found again among others. */
export function useTitle(words: string): void {
  useEffect(() => {
    document.title = words ? `${words} · ${PAGE}` : PAGE;
    return () => {
      document.title = PAGE;
    };
  }, [words]);
}
