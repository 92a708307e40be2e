import { randomUUID } from "node:crypto";
import { CopilotError, type NewFact, type SessionEvent } from "@live-copilot/shared";
import type { Appended, Clock, InOrder } from "@live-copilot/shared/copilot";
import { guarded, isConnectionLoss, isDuplicate } from "./connect.ts";
import { type Book, describe, isTelling } from "./session-log-book.ts";
import type { Books } from "./session-log-books.ts";
import {
  type AppendDocument,
  decodeAppend,
  encodeAppend,
  type LogCollections,
} from "./session-log-documents.ts";

/** So long after the call, also where others were before it, a try is not begun any more. */
const GIVE_UP_MS = 4_000;

export interface AppendParts {
  readonly collections: LogCollections;
  readonly books: Books;
  readonly inOrder: InOrder;
  readonly clock: Clock;
  /** The session's log reaches `seq` now. */
  readonly stored: (sessionId: string, seq: number) => void;
  /** The events with these seqs. */
  readonly at: (sessionId: string, seqs: readonly number[]) => Promise<readonly SessionEvent[]>;
}

interface Call {
  readonly sessionId: string;
  readonly facts: readonly NewFact[];
  readonly dueAt: number | undefined;
  readonly by: string;
  /** Until when it is tried, by `performance.now()`. */
  readonly until: number;
}

/** Appends facts to a session; of one session's appends from here, one at a time. */
export function appendFacts(
  parts: AppendParts,
  sessionId: string,
  facts: readonly NewFact[],
  dueAt: number | undefined,
): Promise<readonly Appended[]> {
  const call = { sessionId, facts, dueAt, by: randomUUID(), until: performance.now() + GIVE_UP_MS };
  return parts.inOrder(sessionId, () => guarded(() => append(parts, call)));
}

async function append(parts: AppendParts, call: Call): Promise<readonly Appended[]> {
  // However often: whoever loses a race is a step behind those who go on, and may lose many.
  while (performance.now() < call.until) {
    const book = await parts.books.open(call.sessionId);
    const fresh = freshFacts(book, call.facts);
    const mine = fresh.length === 0 ? null : await store(parts, call, { book, fresh });
    if (mine === "refused") continue;
    // Whoever stored a fact that is known may have died before it said what that changes.
    const mayBeUntold = mine === null && call.facts.some(isTelling);
    if (book.tellingSeq > book.describedSeq || mayBeUntold) await tell(parts, book);
    return results(parts, call, { book, mine });
  }
  throw new CopilotError("UNAVAILABLE", "Too many append to this session, or too slowly.", { retryAfter: 1 });
}

/** The facts whose keys are not on the log, each key once. */
function freshFacts(book: Book, facts: readonly NewFact[]): readonly NewFact[] {
  const seen = new Set<string>();
  return facts.filter(({ key }) => {
    if (book.keys.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

interface Attempt {
  readonly book: Book;
  readonly fresh: readonly NewFact[];
}

/** Tries once; gives what is stored, or "refused" where the book was not what the log is. */
async function store(
  parts: AppendParts,
  call: Call,
  { book, fresh }: Attempt,
): Promise<AppendDocument | "refused"> {
  const { sessionId, by } = call;
  if (book.holeUntil > book.head) {
    // By now it may be closed; else it is found again, and will be.
    await parts.books.advance(book, book.holeUntil);
    if (book.holeUntil <= book.head) return "refused";
    throw new CopilotError("UNAVAILABLE", "The session's log is being mended.", { retryAfter: 2 });
  }
  const append = encodeAppend(sessionId, fresh, { head: book.head, at: parts.clock(), by });
  // Before the words are stored: from then on work is due, and the check of the log looks for them.
  if (!(await note(parts, call, { book, append }))) {
    parts.books.drop(sessionId);
    return "refused";
  }
  try {
    await parts.collections.appends.insertOne(append);
    parts.books.entered(book, append);
  } catch (error) {
    if (!(await isStored(parts, book, { append, error }))) return "refused";
  }
  parts.stored(sessionId, append.last);
  return append;
}

/** Whether an append is on the log although it threw; what is not known throws again. */
async function isStored(
  { books, collections }: AppendParts,
  book: Book,
  { append, error }: { readonly append: AppendDocument; readonly error: unknown },
): Promise<boolean> {
  const isRefused = isDuplicate(error);
  if (!isRefused && !isConnectionLoss(error)) throw error;
  await books.advance(book, append.last);
  if (isRefused) return false;
  // The answer was lost: the log itself says what became of it. Somebody else may have entered it in the book.
  const there = await collections.appends.findOne({ _id: append._id }, { projection: { by: 1 } });
  if (there === null) throw error;
  return there.by === append.by;
}

/**
 * Notes on the session's own document how far its log will reach, that it is heard of now, and when work is due. False
 * where that document is not, or not any more, of the log that the book knows: the session was removed meanwhile,
 * perhaps by another process.
 */
async function note(
  { collections: { sessions }, clock }: AppendParts,
  { sessionId: _id, dueAt }: Call,
  { book, append: { last } }: { readonly book: Book; readonly append: AppendDocument },
): Promise<boolean> {
  const now = clock();
  const latest = dueAt === undefined ? {} : { dueSeq: last, markedAt: now };
  const change = {
    $max: { seq: last, lastAt: now, ...latest },
    ...(dueAt === undefined ? {} : { $min: { dueAt: Math.ceil(dueAt) } }),
  };
  if (book.startedAt !== null) {
    const ofLog = [{ startedAt: book.startedAt }, { startedAt: { $exists: false } }];
    const known = { _id, status: { $ne: "removing" as const }, $or: ofLog };
    return (await sessions.updateOne(known, change)).matchedCount > 0;
  }
  const upsert = () => sessions.updateOne({ _id }, change, { upsert: true });
  // Two who make the same document at once: one of them is refused, and finds it there.
  await upsert().catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
    return upsert();
  });
  return true;
}

/** Says on the session's own document what the log has told up to the book's head, unless it says more already. */
async function tell({ collections }: AppendParts, book: Book): Promise<void> {
  const described = describe(book);
  const { describedSeq } = described;
  await collections.sessions.updateOne(
    { _id: book.sessionId, describedSeq: { $not: { $gte: describedSeq } } },
    { $set: described },
  );
  book.describedSeq = Math.max(book.describedSeq, describedSeq);
}

/** What became of each fact of the call. */
async function results(
  { at }: AppendParts,
  { sessionId, facts }: Call,
  { book, mine }: { readonly book: Book; readonly mine: AppendDocument | null },
): Promise<readonly Appended[]> {
  const byKey = new Map((mine ? decodeAppend(mine) : []).map((event) => [event.key, event]));
  const unclaimed = new Set(byKey.keys());
  const known = facts.flatMap(({ key }) => (byKey.has(key) ? [] : (book.keys.get(key) ?? [])));
  for (const event of known.length > 0 ? await at(sessionId, known) : []) byKey.set(event.key, event);
  return facts.map(({ key }) => {
    const event = byKey.get(key);
    if (!event) {
      throw new CopilotError("UNAVAILABLE", "The session was removed meanwhile.", { retryAfter: 1 });
    }
    return { event, duplicate: !unclaimed.delete(key) };
  });
}
