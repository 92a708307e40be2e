import { useState } from "react";

/** A choice of the agent's that outlives the page; kept in memory only where storage is refused. */
export function useStored<T extends string>(key: string, initial: T, known: readonly T[]) {
  const [value, setValue] = useState<T>(() => known.find((one) => one === read(key)) ?? initial);
  const store = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(key, next);
    } catch {}
  };
  return [value, store] as const;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
