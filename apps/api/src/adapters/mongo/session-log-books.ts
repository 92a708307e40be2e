import { LRUCache } from "lru-cache";
import { guarded } from "./connect.ts";
import { type Book, emptyBook, enter } from "./session-log-book.ts";
import { type AppendDocument, appendId, type LogCollections } from "./session-log-documents.ts";
import type { Follows } from "./session-log-follow.ts";

/** Appends that travel together; the server bounds their bytes. */
const BATCH = 100;
/** Appends that are read one by one before the rest is read together. */
const FEW = 5;
/** A book that heard of nothing new for so long is read anew: retention may have removed its session elsewhere. */
const QUIET_MS = 10 * 60_000;

export interface Books {
  /** The book as it is here, loaded where there is none; it may be behind the log. */
  open(sessionId: string): Promise<Book>;
  /** The book up to the log's head as of this call; from memory where `isCurrent` says that it is kept up. */
  current(sessionId: string): Promise<Book>;
  /** Reads what came after the book's head. `told`: a seq that is said to exist. */
  advance(book: Book, told?: number): Promise<void>;
  /** Enters an append that was stored from here. */
  entered(book: Book, append: AppendDocument): void;
  /** The book if it is here. */
  peek(sessionId: string): Book | undefined;
  drop(sessionId: string): void;
}

export interface BooksOptions {
  readonly maxBytes: number;
  /** Whether the session is followed here and its book kept up, and how to say that a read has brought it up. */
  readonly follows: Pick<Follows, "isCurrent" | "reading">;
  /** A hole stands between the book's head and what comes after it. */
  readonly onHole: (book: Book, next: AppendDocument) => void;
}

/** What this process knows of sessions; the least recently used go first. */
export function createBooks({ appends, sessions }: LogCollections, options: BooksOptions): Books {
  const books = new LRUCache<string, Book>({
    maxSize: options.maxBytes,
    sizeCalculation: ({ bytes }) => Math.max(1, Math.round(bytes)),
    ttl: QUIET_MS,
  });
  const loading = new Map<string, Promise<Book>>();

  /** Every append after the book's head, in order, as far as there is no hole. */
  const readOn = async (book: Book): Promise<void> => {
    const unread = appends.find({ session: book.sessionId, last: { $gt: book.head } });
    for await (const append of unread.sort({ last: 1 }).batchSize(BATCH)) {
      if (enter(book, append) || append.first <= book.head) continue;
      options.onHole(book, append);
      break;
    }
  };

  const load = async (sessionId: string) => {
    const book = emptyBook(sessionId);
    const [row] = await Promise.all([
      sessions.findOne({ _id: sessionId }, { projection: { describedSeq: 1 } }),
      readOn(book),
    ]);
    book.describedSeq = row?.describedSeq ?? 0;
    books.set(sessionId, book);
    return book;
  };

  const open = async (sessionId: string): Promise<Book> => {
    const known = books.get(sessionId);
    if (known) return known;
    const started = loading.get(sessionId) ?? load(sessionId).finally(() => loading.delete(sessionId));
    loading.set(sessionId, started);
    return started;
  };

  const advance = async (book: Book, told = 0): Promise<void> => {
    const { head } = book;
    let read = 0;
    // One by one by its _id, which every engine finds at once: there is seldom more than one.
    for (let isMore = true; isMore; ) {
      const _id = appendId(book.sessionId, book.head + 1);
      const next = read < FEW ? await appends.findOne({ _id }) : null;
      if (next && enter(book, next)) read += 1;
      isMore = next !== null && (told === 0 || book.head < told);
    }
    if (told > book.head || read === FEW) await readOn(book);
    if (book.head > head) books.set(book.sessionId, book);
  };

  return {
    open: (sessionId) => guarded(() => open(sessionId)),
    current: (sessionId) =>
      guarded(async () => {
        // A load that somebody else began may have read before what this caller knows of.
        const isMine = !books.has(sessionId) && !loading.has(sessionId);
        const read = options.follows.reading(sessionId);
        const book = await open(sessionId);
        if (!isMine && options.follows.isCurrent(sessionId)) return book;
        if (!isMine) await advance(book);
        read(book);
        return book;
      }),
    advance: (book, told) => guarded(() => advance(book, told)),
    entered(book, append) {
      enter(book, append);
      books.set(book.sessionId, book);
    },
    peek: (sessionId) => books.peek(sessionId),
    drop: (sessionId) => void books.delete(sessionId),
  };
}
