/** Who waits for which event to reach a socket. */
export interface Arrivals {
  /** Resolves with the time (`performance.now()`) at which the event came. Rejects when it is lost. */
  expect(id: string): Promise<number>;
  /** The event came. */
  note(id: string): void;
  /** Stops waiting for what has not come: resolves it with NaN. Gives how many those are. */
  giveUp(): number;
}

interface Waiting {
  readonly since: number;
  readonly resolve: (at: number) => void;
  readonly reject: (error: Error) => void;
}

/** What has not come by then is lost. */
const LOST_MS = 60_000;
const LOOK_MS = 5_000;

export function createArrivals(): Arrivals {
  const waiting = new Map<string, Waiting>();
  // The oldest stands first.
  const look = () => {
    for (const [id, { since, reject }] of waiting) {
      if (performance.now() - since < LOST_MS) return;
      waiting.delete(id);
      reject(new Error(`${id} did not reach its socket within a minute.`));
    }
  };
  setInterval(look, LOOK_MS).unref();
  return {
    expect: (id) =>
      new Promise((resolve, reject) => waiting.set(id, { since: performance.now(), resolve, reject })),
    note(id) {
      const waited = waiting.get(id);
      waiting.delete(id);
      waited?.resolve(performance.now());
    },
    giveUp() {
      const missing = waiting.size;
      for (const { resolve } of waiting.values()) resolve(Number.NaN);
      waiting.clear();
      return missing;
    },
  };
}
