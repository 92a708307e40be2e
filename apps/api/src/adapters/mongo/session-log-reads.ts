import { type FactKind, factSchemas, type SessionEvent } from "@live-copilot/shared";
import type { PageOptions, SessionLog } from "@live-copilot/shared/copilot";
import type { Filter } from "mongodb";
import { guarded } from "./connect.ts";
import { type Book, reaches } from "./session-log-book.ts";
import type { Books } from "./session-log-books.ts";
import { type AppendDocument, decodeAppend, type LogCollections } from "./session-log-documents.ts";

export type EventReads = Pick<SessionLog, "after" | "before" | "at" | "head">;

/** Appends that travel together; the server bounds their bytes. */
const BATCH = 100;
/** Seqs so near to each other are read in one go. */
const NEAR = 300;

interface Query {
  readonly filter: Filter<AppendDocument>;
  readonly order: 1 | -1;
  /** Appends at most. */
  readonly most: number;
}

type Wanted = (event: SessionEvent) => boolean;

/** Reads events: from the book's tail where it reaches, else from the database, never beyond the book's head. */
export function createEventReads({ appends }: LogCollections, books: Books): EventReads {
  /** The wanted events of the appends that a query finds, as they come, until there are enough. */
  const collect = async ({ filter, order, most }: Query, isWanted: Wanted, enough: number) => {
    const found: SessionEvent[] = [];
    const cursor = appends.find(filter).sort({ last: order }).limit(most);
    for await (const append of cursor.batchSize(Math.min(BATCH, most))) {
      const events = decodeAppend(append).filter(isWanted);
      found.push(...(order === 1 ? events : events.reverse()));
      if (found.length >= enough) break;
    }
    return found;
  };

  const readUp = async (book: Book, seq: number, { kinds, limit }: PageOptions) => {
    const filter = { session: book.sessionId, last: { $gt: seq }, ...ofKinds(kinds) };
    const isWanted: Wanted = (one) => one.seq > seq && one.seq <= book.head && isOfKind(one, kinds);
    // One more: of the append in which `seq` stands perhaps nothing is wanted.
    const found = await collect({ filter, order: 1, most: limit + 1 }, isWanted, limit);
    return found.slice(0, limit);
  };

  /** The wanted events up to and including `seq`, last first. */
  const readDown = async (book: Book, seq: number, { kinds, limit }: PageOptions) => {
    const { sessionId: session } = book;
    const isWanted: Wanted = (one) => one.seq <= seq && isOfKind(one, kinds);
    const found: SessionEvent[] = [];
    if (seq < book.head) {
      // The append in which it stands, where that reaches further.
      const across = { session, last: { $gt: seq } };
      found.push(...(await collect({ filter: across, order: 1, most: 1 }, isWanted, limit)).reverse());
    }
    if (found.length < limit) {
      const below = { session, last: { $lte: seq }, ...ofKinds(kinds) };
      found.push(...(await collect({ filter: below, order: -1, most: limit }, isWanted, limit)));
    }
    return found.slice(0, limit);
  };

  const readAt = async (book: Book, seqs: readonly number[]) => {
    const groups = nearGroups(seqs).map((group) => {
      const [first = 1] = group;
      const filter = { session: book.sessionId, last: { $gte: first } };
      const most = (group.at(-1) ?? first) - first + 1;
      const wanted = new Set(group);
      return collect({ filter, order: 1, most }, ({ seq }) => wanted.has(seq), wanted.size);
    });
    return (await Promise.all(groups)).flat();
  };

  return {
    async head(sessionId, told = 0) {
      const book = await books.current(sessionId);
      if (told > book.head) await books.advance(book, told);
      const { head, startedAt } = book;
      return startedAt === null ? null : { seq: head, startedAt: new Date(startedAt).toISOString() };
    },
    async after(sessionId, seq, options) {
      const book = await books.current(sessionId);
      if (!reaches(book, seq)) return guarded(() => readUp(book, seq, options));
      return book.tail.filter((one) => one.seq > seq && isOfKind(one, options.kinds)).slice(0, options.limit);
    },
    async before(sessionId, seq, options) {
      const book = await books.current(sessionId);
      const kept = book.tail.filter((one) => one.seq < seq && isOfKind(one, options.kinds));
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

const ALL_BUT_GAPS = (Object.keys(factSchemas) as FactKind[]).filter((kind) => kind !== "gap");

/** Appends in which something is wanted. One that closed a hole holds nothing, and must not count for one that does. */
function ofKinds(kinds: readonly FactKind[] = ALL_BUT_GAPS): Filter<AppendDocument> {
  return { "facts.kind": { $in: [...kinds] } };
}

function isOfKind(event: SessionEvent, kinds: readonly FactKind[] | undefined): boolean {
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
