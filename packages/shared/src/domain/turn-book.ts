import type { FactData, SessionEvent } from "./session-event.ts";

/** Unworked segments that a session remembers; older ones are too old to be answered. */
const UNWORKED_KEPT = 500;

/** Which of the customer's words, and which of the agent's questions, are still to be worked. */
export interface TurnBook {
  /** Seqs of the customer's final segments that no claim holds yet, oldest first. */
  readonly unworked: readonly number[];
  /** Seqs of agent's questions that no claim holds yet. */
  readonly asked: readonly number[];
  /** Claims that are not closed, by `turnSeq`. */
  readonly open: ReadonlyMap<number, FactData<"turn">>;
}

export const EMPTY_TURN_BOOK: TurnBook = { unworked: [], asked: [], open: new Map() };

/** Folds one event into the book. Pure. */
export function noteTurns(book: TurnBook, event: SessionEvent): TurnBook {
  switch (event.kind) {
    case "segment":
      if (event.data.speaker !== "CUSTOMER") return book;
      return { ...book, unworked: [...book.unworked, event.seq].slice(-UNWORKED_KEPT) };
    case "ask":
      return { ...book, asked: [...book.asked, event.seq] };
    case "turn": {
      const held = new Set(event.data.segments);
      return {
        unworked: book.unworked.filter((seq) => !held.has(seq)),
        asked: book.asked.filter((seq) => !held.has(seq)),
        open: new Map(book.open).set(event.data.turnSeq, event.data),
      };
    }
    case "turn-done": {
      const open = new Map(book.open);
      open.delete(event.data.turnSeq);
      return { ...book, open };
    }
    default:
      return book;
  }
}
