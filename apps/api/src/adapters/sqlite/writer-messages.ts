/** One fact on its way to the writer: what it is, and what it changes in its session's row. */
export type FactRow = readonly [kind: string, key: string, json: string, patch: string | null];

/**
 * What the writer is asked to do. Tuples of plain values, because every append crosses to the writer's thread and
 * names of fields would be copied with it. Times are epoch milliseconds.
 */
export type WriterOp =
  | readonly ["append", sessionId: string, at: number, dueAt: number | null, facts: readonly FactRow[]]
  | readonly ["settle", sessionId: string, throughSeq: number, nextDueAt: number | null]
  | readonly ["sweep", before: number, limit: number]
  | readonly ["purge", events: number]
  | readonly ["ping"];

/**
 * What became of it, after the commit. An append gives the seq of each fact, negative where it was there already;
 * a sweep the ids of the sessions that it took out; a purge how many events it deleted.
 */
export type WriterAnswer = readonly number[] | readonly string[] | WriterFailure;

/** Nothing of the operation was stored. */
export interface WriterFailure {
  readonly failed: string;
  /** The operation itself is at fault; another try would fail as well. */
  readonly poison: boolean;
}

export type ToWriter = { readonly ops: readonly WriterOp[] } | { readonly close: true };

export type FromWriter =
  | { readonly ready: true }
  | { readonly refused: string }
  | { readonly answers: readonly WriterAnswer[] };
