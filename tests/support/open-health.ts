import type { ApiDeps } from "@live-copilot/api/deps";

type Health = ApiDeps["health"];

/** What is away, as a test says. */
export interface SetHealth extends Health {
  set(...degraded: ReturnType<Health["degraded"]>): void;
}

/** A health that a test decides; `outside` are the services that `/readyz` asks beside the stores. */
export function openHealth(outside: Health["outside"] = {}): SetHealth {
  const listeners = new Set<() => void>();
  let away: ReturnType<Health["degraded"]> = [];
  return {
    degraded: () => away,
    canChange: true,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    outside,
    stop() {},
    set(...degraded) {
      away = degraded;
      for (const listener of listeners) listener();
    },
  };
}
