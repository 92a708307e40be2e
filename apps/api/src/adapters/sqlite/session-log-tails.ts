import type { SessionEvent } from "@live-copilot/shared";

/** Events that a tail holds at most. */
const KEPT = 64;

/** What an entry costs beside its events, roughly. */
const ENTRY_BYTES = 512;

/** The end of one session's log, in memory. */
export interface Tail {
  /** The session's number in the database. */
  readonly ref: number;
  readonly startedAt: string;
  /** Seq of the last event that readers may see. */
  readonly head: number;
  /** The last events without a gap up to `head`; empty where none was read or written since it was opened. */
  readonly events: readonly SessionEvent[];
}

/** An event, and about how many bytes it takes in memory. */
export interface Sized {
  readonly event: SessionEvent;
  readonly bytes: number;
}

/** The ends of the sessions that are read, so that following a live session never touches the disk. */
export interface Tails {
  get(sessionId: string): Tail | undefined;
  /** Begins a tail with what the database says now. */
  open(sessionId: string, head: Pick<Tail, "ref" | "startedAt" | "head">): Tail;
  /**
   * Adds events that were committed, in seq order. Only a tail that a reader opened grows: one that began with a
   * commit's answer could be behind what a reader has already seen in the database.
   */
  extend(sessionId: string, added: readonly Sized[]): void;
  drop(sessionId: string): void;
}

interface Entry {
  readonly ref: number;
  readonly startedAt: string;
  head: number;
  readonly events: SessionEvent[];
  readonly sizes: number[];
  bytes: number;
}

/** Tails of up to `maxBytes` in all; the one that was not used for longest goes first. */
export function createTails(maxBytes: number): Tails {
  const entries = new Map<string, Entry>();
  let total = 0;

  function drop(sessionId: string): void {
    total -= entries.get(sessionId)?.bytes ?? 0;
    entries.delete(sessionId);
  }

  function grow(entry: Entry, bytes: number): void {
    entry.bytes += bytes;
    total += bytes;
  }

  function trim(): void {
    for (const sessionId of entries.keys()) {
      if (total <= maxBytes) return;
      drop(sessionId);
    }
  }

  return {
    get(sessionId) {
      const entry = entries.get(sessionId);
      if (!entry) return undefined;
      entries.delete(sessionId);
      entries.set(sessionId, entry);
      return entry;
    },
    open(sessionId, { ref, startedAt, head }) {
      drop(sessionId);
      const entry: Entry = { ref, startedAt, head, events: [], sizes: [], bytes: 0 };
      entries.set(sessionId, entry);
      grow(entry, ENTRY_BYTES);
      trim();
      return entry;
    },
    extend(sessionId, added) {
      const entry = entries.get(sessionId);
      if (!entry) return;
      for (const { event, bytes } of added) {
        if (event.seq <= entry.head) continue;
        if (event.seq > entry.head + 1) return drop(sessionId);
        entry.head = event.seq;
        entry.events.push(event);
        entry.sizes.push(bytes);
        grow(entry, bytes);
        if (entry.events.length > KEPT) {
          entry.events.shift();
          grow(entry, -(entry.sizes.shift() ?? 0));
        }
      }
      trim();
    },
    drop,
  };
}
