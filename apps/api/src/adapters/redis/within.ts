import { setTimeout as wait } from "node:timers/promises";

/** What `work` gives, or an error when it takes longer. What it does later is ignored. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const late = wait(ms, undefined, { signal: settled.signal, ref: false }).then(() => {
    throw new Error(`Redis did not answer within ${ms} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    settled.abort();
  }
}
