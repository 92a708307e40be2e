import { useEffect } from "react";
import { useStored } from "./stored.ts";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The agent's choice of scheme; `auto` follows the system. `public/theme.js` applies it before the first paint. */
export function useTheme() {
  const [theme, setTheme] = useStored<Theme>("theme", "auto", THEMES);
  useEffect(() => {
    if (theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "auto";
  return { theme, turn: () => setTheme(next) };
}
