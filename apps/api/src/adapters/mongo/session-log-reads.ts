import type { FactKind, SessionEvent } from "@live-copilot/shared";
import type { PageOptions, SessionLog } from "@live-copilot/shared/copilot";
import type { Filter } from "mongodb";
import { guarded } from "./connect.ts";
import { type Book, reaches } from "./session-log-book.ts";
import type { Books } from "./session-log-books.ts";
import { type AppendDocument, decodeAppend, type LogCollections } from "./session-log-documents.ts";

export type EventReads = Pick<SessionLog, "after" | "before" | "at" | "head">;

/** Appends in one read. */
const PAGE = 200;
/** Seqs so near to each other are read in one go. */
const NEAR = 300;

/** Reads events: from the book's tail where it reaches, else from the database, never beyond the book's head. */
export function createEventReads({ appends }: LogCollections, books: Books): EventReads {
  const find = (filter: Filter<AppendDocument>, order: 1 | -1, limit: number) =>
    appends.find(filter).sort({ last: order }).limit(limit).toArray();

  const readUp = async (book: Book, seq: number, { kinds, limit }: PageOptions) => {
    const found: SessionEvent[] = [];
    for (let from = Math.max(seq, 0); found.length < limit && from < book.head; ) {
      const range = { session: book.sessionId, last: { $gt: from }, ...ofKinds(kinds) };
      const page = await find(range, 1, PAGE);
      const events = page.flatMap(decodeAppend);
      found.push(...events.filter((one) => one.seq > seq && one.seq <= book.head && isWanted(one, kinds)));
      if (page.length < PAGE) break;
      from = page.at(-1)?.last ?? book.head;
    }
    return found.slice(0, limit);
  };

  /** The wanted events up to and including `seq`, last first. */
  const readDown = async (book: Book, seq: number, { kinds, limit }: PageOptions) => {
    const found: SessionEvent[] = [];
    const take = (page: readonly AppendDocument[]) => {
      const events = page.flatMap((append) => decodeAppend(append).reverse());
      found.push(...events.filter((one) => one.seq <= seq && isWanted(one, kinds)));
    };
    if (seq < book.head) take(await find({ session: book.sessionId, last: { $gt: seq } }, 1, 1));
    for (let upTo = seq; found.length < limit && upTo > 0; ) {
      const range = { session: book.sessionId, last: { $lte: upTo }, ...ofKinds(kinds) };
      const page = await find(range, -1, Math.min(PAGE, limit));
      take(page);
      if (page.length < Math.min(PAGE, limit)) break;
      upTo = (page.at(-1)?.first ?? 1) - 1;
    }
    return found.slice(0, limit);
  };

  const readAt = async (book: Book, seqs: readonly number[]) => {
    const stored: SessionEvent[] = [];
    for (const group of nearGroups(seqs)) {
      const [first = 1] = group;
      const wanted = new Set(group);
      const limit = (group.at(-1) ?? first) - first + 1;
      const page = await find({ session: book.sessionId, last: { $gte: first } }, 1, limit);
      stored.push(...page.flatMap(decodeAppend).filter(({ seq }) => wanted.has(seq)));
    }
    return stored;
  };

  return {
    async head(sessionId) {
      const { head, startedAt } = await books.current(sessionId);
      return startedAt === null ? null : { seq: head, startedAt: new Date(startedAt).toISOString() };
    },
    async after(sessionId, seq, options) {
      const book = await books.current(sessionId);
      if (!reaches(book, seq)) return guarded(() => readUp(book, seq, options));
      return book.tail.filter((one) => one.seq > seq && isWanted(one, options.kinds)).slice(0, options.limit);
    },
    async before(sessionId, seq, options) {
      const book = await books.current(sessionId);
      const kept = book.tail.filter((one) => one.seq < seq && isWanted(one, options.kinds));
      const found = kept.reverse().slice(0, options.limit);
      const below = Math.min(seq, book.tail[0]?.seq ?? book.head + 1) - 1;
      if (found.length === options.limit || below < 1) return found.reverse();
      const limit = options.limit - found.length;
      found.push(...(await guarded(() => readDown(book, below, { ...options, limit }))));
      return found.reverse();
    },
    async at(sessionId, seqs) {
      const book = await books.current(sessionId);
      const sorted = [...new Set(seqs)].filter((seq) => seq >= 1 && seq <= book.head).sort((a, b) => a - b);
      const kept = new Map(book.tail.map((event) => [event.seq, event]));
      const missing = sorted.filter((seq) => !kept.has(seq));
      for (const event of await guarded(() => readAt(book, missing))) kept.set(event.seq, event);
      return sorted.flatMap((seq) => kept.get(seq) ?? []);
    },
  };
}

function ofKinds(kinds: readonly FactKind[] | undefined): Filter<AppendDocument> {
  return kinds ? { "facts.kind": { $in: [...kinds] } } : {};
}

function isWanted(event: SessionEvent, kinds: readonly FactKind[] | undefined): boolean {
  return kinds ? kinds.includes(event.kind) : event.kind !== "gap";
}

/** Sorted seqs in groups that are read together. */
function nearGroups(seqs: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const seq of seqs) {
    const group = groups.at(-1);
    if (group && seq - (group[0] ?? seq) < NEAR) group.push(seq);
    else groups.push([seq]);
  }
  return groups;
}
