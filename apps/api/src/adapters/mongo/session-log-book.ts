import { type NewFact, type SessionEvent, type SummaryPatch, summaryPatch } from "@live-copilot/shared";
import { type AppendDocument, decodeAppend, type SessionDocument } from "./session-log-documents.ts";

/** Events at a session's end that are kept for its followers. */
const TAIL = 64;
/** Rough bytes in memory: of a book, of a key, and of each character of a tail's events. */
const BOOK_BYTES = 600;
const KEY_BYTES = 90;
const BYTES_PER_CHAR = 3;

/** What a process knows of one session's log up to `head`. It may be behind, never ahead, and has no hole. */
export interface Book {
  readonly sessionId: string;
  head: number;
  /** When the first event was stored, epoch ms; null before it. */
  startedAt: number | null;
  /** The seq of every key. */
  readonly keys: Map<string, number>;
  /** The last events without a gap up to `head`. */
  readonly tail: SessionEvent[];
  /** Characters of each of them. */
  readonly tailChars: number[];
  status: "live" | "ended";
  endedAt: number | null;
  summary: SummaryPatch;
  /** Up to which seq the session's own document is known to speak for the log. */
  describedSeq: number;
  /** The seq of the last event that the session's own document must tell of. */
  tellingSeq: number;
  /** The last seq of the hole that stands after the head; 0 for none. */
  holeUntil: number;
  bytes: number;
}

export function emptyBook(sessionId: string): Book {
  return {
    sessionId,
    head: 0,
    startedAt: null,
    keys: new Map(),
    tail: [],
    tailChars: [],
    status: "live",
    endedAt: null,
    summary: {},
    describedSeq: 0,
    tellingSeq: 0,
    holeUntil: 0,
    bytes: BOOK_BYTES,
  };
}

/** Enters the next append; gives whether it was the next. One that is known already changes nothing. */
export function enter(book: Book, append: AppendDocument): boolean {
  if (append.first !== book.head + 1) return false;
  for (const [index, event] of decodeAppend(append).entries()) {
    enterEvent(book, event, append.at);
    keepInTail(book, event, append.facts[index]?.data.length ?? 0);
  }
  return true;
}

function keepInTail(book: Book, event: SessionEvent, chars: number): void {
  book.tail.push(event);
  book.tailChars.push(chars);
  book.bytes += BYTES_PER_CHAR * chars;
  if (book.tail.length <= TAIL) return;
  book.tail.shift();
  book.bytes -= BYTES_PER_CHAR * (book.tailChars.shift() ?? 0);
}

function enterEvent(book: Book, event: SessionEvent, at: number): void {
  book.head = event.seq;
  book.startedAt ??= at;
  book.keys.set(event.key, event.seq);
  book.bytes += KEY_BYTES;
  const patch = summaryPatch(event);
  if (patch) book.summary = { ...book.summary, ...patch };
  const reopened = event.kind === "segment" && book.status === "ended";
  if (event.kind === "end") Object.assign(book, { status: "ended", endedAt: at });
  if (reopened) Object.assign(book, { status: "live", endedAt: null });
  if (isTelling(event) || reopened || event.seq === 1) book.tellingSeq = event.seq;
}

/** Whether a fact changes what the session's own document says, wherever it stands in the log. */
export function isTelling(fact: NewFact): boolean {
  return fact.kind === "end" || summaryPatch(fact) !== null;
}

/** What the session's own document says, as the log has it now. */
export function describe(
  book: Book,
): Required<Pick<SessionDocument, "startedAt" | "status" | "endedAt" | "summary" | "describedSeq">> {
  const { startedAt, status, endedAt, summary, head } = book;
  return {
    startedAt: startedAt ?? 0,
    status,
    endedAt,
    summary: JSON.stringify(summary),
    describedSeq: head,
  };
}

/** Whether the tail holds every event above `seq`. */
export function reaches(book: Book, seq: number): boolean {
  const first = book.tail[0];
  return seq >= book.head || (first !== undefined && first.seq <= seq + 1);
}
