import { randomUUID } from "node:crypto";
import type { NewFact } from "@live-copilot/shared";
import type { Clock } from "@live-copilot/shared/copilot";
import { isDuplicate } from "./connect.ts";
import type { Book } from "./session-log-book.ts";
import { type AppendDocument, encodeAppend, type LogCollections } from "./session-log-documents.ts";

/** A hole is closed when it was there for so long: whoever lost the append before it would have come back by now. */
const PATIENCE_MS = 2_000;

export interface Holes {
  /** Notes that something stands after the book's head and the seqs between are missing. */
  found(book: Book, next: AppendDocument): void;
  stop(): void;
}

interface HoleDeps {
  readonly collections: LogCollections;
  readonly clock: Clock;
  /** The hole is closed: what stands behind it can be read. */
  readonly closed: (book: Book) => void;
  readonly failed: (error: unknown, sessionId: string) => void;
}

/** Closes the holes that a failover of the database left, each with one append of empty events, which readers skip. */
export function createHoles({ collections, clock, closed, failed }: HoleDeps): Holes {
  const waiting = new Map<string, NodeJS.Timeout>();

  const close = async (book: Book, until: number) => {
    waiting.delete(book.sessionId);
    if (book.head >= until) return;
    const facts = Array.from({ length: until - book.head }, (_, index): NewFact => {
      return { kind: "gap", key: `gap:${book.head + 1 + index}`, data: {} };
    });
    const at = clock();
    try {
      await collections.appends.insertOne(
        encodeAppend(book.sessionId, facts, { head: book.head, at, by: randomUUID() }),
      );
    } catch (error) {
      // Somebody else closed it, or what was missing came after all.
      if (!isDuplicate(error)) return failed(error, book.sessionId);
    }
    closed(book);
  };

  return {
    found(book, { first }) {
      book.holeUntil = first - 1;
      if (waiting.has(book.sessionId)) return;
      const timer = setTimeout(() => void close(book, first - 1), PATIENCE_MS);
      waiting.set(book.sessionId, timer.unref());
    },
    stop() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },
  };
}
