/** Who waits for which event to reach a socket. */
export interface Arrivals {
  /** Resolves with the time (`performance.now()`) at which the event came. */
  expect(id: string): Promise<number>;
  /** The event came. */
  note(id: string): void;
  /** Stops waiting for what has not come; gives how many those are. */
  giveUp(): number;
}

export function createArrivals(): Arrivals {
  const waiting = new Map<string, (at: number) => void>();
  return {
    expect: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    note(id) {
      const resolve = waiting.get(id);
      if (!resolve) return;
      waiting.delete(id);
      resolve(performance.now());
    },
    giveUp() {
      const missing = waiting.size;
      for (const resolve of waiting.values()) resolve(Number.NaN);
      waiting.clear();
      return missing;
    },
  };
}
