/** Runs work for one key strictly one after the other, in the order of the calls. */
export type InOrder = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Makes an InOrder that remembers only keys with work under way. */
export function inOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
