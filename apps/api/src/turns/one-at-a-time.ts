export interface OneAtATime {
  /** Runs the work for this key; while it runs, any number of further calls become one more run after it. */
  run(key: string): void;
  /** Takes no more work and waits for what runs. */
  stop(): Promise<void>;
}

/** Runs work by key, never twice at once for the same key. The work must not throw. */
export function oneAtATime(work: (key: string) => Promise<void>): OneAtATime {
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let stopped = false;
  const run = (key: string) => {
    if (stopped) return;
    if (running.has(key)) {
      again.add(key);
      return;
    }
    const done = work(key).finally(() => {
      running.delete(key);
      if (again.delete(key)) run(key);
    });
    running.set(key, done);
  };
  return {
    run,
    async stop() {
      stopped = true;
      await Promise.all(running.values());
    },
  };
}
