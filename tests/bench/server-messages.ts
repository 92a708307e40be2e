import type { Spread } from "./stats.ts";

/** What a server's process used since it was last asked. */
export interface Usage {
  /** Milliseconds of processor time, all threads. */
  readonly cpuMs: number;
  /** How much later than due the event loop came round, milliseconds. */
  readonly loopDelay: Spread;
  /** Bytes of memory now. */
  readonly memory: number;
}

/** What a server under test tells the bench. */
export type FromServer = { readonly url: string } | { readonly usage: Usage };
