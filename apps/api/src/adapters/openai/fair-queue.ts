/** A limit on what runs at once. */
export interface FairQueue {
  /**
   * Resolves when one more may run, with what gives the place back (calling it again does nothing). Whoever waits is
   * served in the order of the keys, one of each key in turn, and within a key in the order of the calls. Rejects with
   * the signal's reason when it aborts.
   */
  enter(key: string, signal?: AbortSignal): Promise<() => void>;
  /** How many run and how many wait. */
  readonly running: number;
  readonly waiting: number;
}

interface Waiter {
  readonly serve: () => void;
}

/**
 * A queue in which a key that asks for much does not keep the others waiting. The libraries that limit what runs at
 * once have one line, or lines of fixed priority in which a busy few can starve the rest; hence this one.
 */
export function createFairQueue(limit: number): FairQueue {
  /** Who waits, by key, the key whose turn is next first: a Map keeps the order in which keys were put in. */
  const lines = new Map<string, Waiter[]>();
  let running = 0;

  const placeOf = () => {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      running -= 1;
      serveNext();
    };
  };
  const serveNext = () => {
    const next = lines.entries().next().value;
    if (next === undefined || running >= limit) return;
    const [key, line] = next;
    const waiter = line.shift();
    lines.delete(key);
    if (line.length > 0) lines.set(key, line);
    waiter?.serve();
  };
  const leave = (key: string, waiter: Waiter) => {
    const line = lines.get(key);
    const at = line?.indexOf(waiter) ?? -1;
    if (line && at >= 0) line.splice(at, 1);
    if (line?.length === 0) lines.delete(key);
  };

  return {
    async enter(key, signal) {
      signal?.throwIfAborted();
      if (running < limit) {
        running += 1;
        return placeOf();
      }
      const { promise, resolve, reject } = Promise.withResolvers<() => void>();
      const onAbort = () => {
        leave(key, waiter);
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        serve() {
          signal?.removeEventListener("abort", onAbort);
          running += 1;
          resolve(placeOf());
        },
      };
      lines.set(key, [...(lines.get(key) ?? []), waiter]);
      signal?.addEventListener("abort", onAbort, { once: true });
      return promise;
    },
    get running() {
      return running;
    },
    get waiting() {
      return [...lines.values()].reduce((sum, line) => sum + line.length, 0);
    },
  };
}
