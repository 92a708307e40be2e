import { DatabaseSync } from "node:sqlite";
import { CopilotError, type SessionEvent } from "@live-copilot/shared";
import type { Appended, Clock, SessionLog } from "@live-copilot/shared/copilot";
import { type AppendCall, appendOp, encodeAppend, storedEvents } from "./session-log-append.ts";
import { createEventReads, type EventReads } from "./session-log-events.ts";
import { createHints, type Hints } from "./session-log-hints.ts";
import { createRowReads } from "./session-log-rows.ts";
import { createTails, type Tails } from "./session-log-tails.ts";
import { startWriter, type Writer, type WriterRequest } from "./writer.ts";
import type { WriterAnswer, WriterFailure, WriterOp } from "./writer-messages.ts";

export interface SessionLogOptions {
  /** The database's path; its directory must be there. One process at a time may have it open. */
  readonly file: string;
  readonly clock?: Clock;
  /** Appends that may wait for their commit before further ones are refused with UNAVAILABLE. */
  readonly maxWaiting?: number;
  /** Characters of JSON that may wait likewise. */
  readonly maxWaitingChars?: number;
  /** Memory for the ends of the sessions that are read. */
  readonly tailBytes?: number;
}

const MEGABYTE = 1_048_576;

/** Sessions taken out, and events deleted, in one commit of a sweep. */
const SWEEP_SESSIONS = 50;
const PURGE_EVENTS = 500;

/** What every part of the log works with. */
interface Parts {
  readonly writer: Writer;
  readonly tails: Tails;
  readonly hints: Hints;
  readonly reads: EventReads;
  readonly clock: Clock;
}

/**
 * Opens the session log on SQLite, making the file when it is new: appends go to one writer thread that commits
 * all that waits at once, synced; reads run here. Rejects with CopilotError UNAVAILABLE, its message for the
 * operator, when the file cannot be used.
 */
export async function openSessionLog(options: SessionLogOptions): Promise<SessionLog> {
  const tails = createTails(options.tailBytes ?? 64 * MEGABYTE);
  const hints = createHints();
  const writer = await startWriter({
    file: options.file,
    maxWaiting: options.maxWaiting ?? 20_000,
    maxWaitingChars: options.maxWaitingChars ?? 64 * MEGABYTE,
    onCommitted: hints.flush,
  });
  const db = new DatabaseSync(options.file, { readOnly: true, timeout: 5_000 });
  const reads = createEventReads(db, tails);
  const release = () => db.close();
  return {
    ...reads,
    ...createRowReads(db),
    ...createWrites({ writer, tails, hints, reads, clock: options.clock ?? Date.now }),
    live: hints.live,
    liveAll: hints.liveAll,
    close: () => writer.close(release),
  };
}

function createWrites(parts: Parts): Pick<SessionLog, "append" | "settle" | "sweep" | "ping"> {
  const { writer, clock } = parts;
  const run = (op: WriterOp, onDone?: OnDone) => submit(writer, { op, chars: 0 }, onDone);
  const forget: OnDone = (ids) => {
    for (const id of ids) parts.tails.drop(String(id));
  };
  return {
    async append(sessionId, facts, dueAt) {
      return append(parts, encodeAppend(sessionId, clock(), facts), dueAt);
    },
    async settle(sessionId, throughSeq, nextDueAt) {
      await run(["settle", sessionId, throughSeq, nextDueAt === null ? null : Math.ceil(nextDueAt)]);
    },
    async sweep(before, limit) {
      let removed = 0;
      for (let step = 1; step > 0 && removed < limit; removed += step) {
        const op: WriterOp = ["sweep", before, Math.min(SWEEP_SESSIONS, limit - removed)];
        step = (await run(op, forget)).length;
      }
      while ((await run(["purge", PURGE_EVENTS]))[0] !== 0);
      return removed;
    },
    async ping() {
      await run(["ping"]);
    },
  };
}

async function append(parts: Parts, call: AppendCall, dueAt: number | undefined): Promise<Appended[]> {
  let stored: SessionEvent[] = [];
  const request = { op: appendOp(call, dueAt), chars: call.chars };
  const seqs = await submit(parts.writer, request, (answer) => {
    const added = storedEvents(call, answer.map(Number));
    parts.tails.extend(call.sessionId, added);
    stored = added.map(({ event }) => event);
    const last = stored.at(-1);
    if (last) parts.hints.changed(call.sessionId, last.seq);
  });
  if (stored.length === seqs.length) return stored.map((event) => ({ event, duplicate: false }));
  return withDuplicates(parts, { call, seqs: seqs.map(Number), stored });
}

type Done = readonly (number | string)[];
type OnDone = (answer: Done) => void;

interface Stored {
  readonly call: AppendCall;
  readonly seqs: readonly number[];
  readonly stored: readonly SessionEvent[];
}

async function withDuplicates({ reads }: Parts, { call, seqs, stored }: Stored): Promise<Appended[]> {
  const earlier = await reads.at(
    call.sessionId,
    seqs.filter((seq) => seq < 0).map((seq) => -seq),
  );
  const bySeq = new Map([...earlier, ...stored].map((event) => [event.seq, event]));
  return seqs.map((seq) => {
    const event = bySeq.get(Math.abs(seq));
    // Swept between its commit and this look: as if the call had come a moment earlier and failed.
    if (!event)
      throw new CopilotError("UNAVAILABLE", "The session was removed meanwhile.", { retryAfter: 1 });
    return { event, duplicate: seq < 0 };
  });
}

/**
 * Hands an operation to the writer; `onDone` runs as soon as it is committed, before any later commit is seen.
 * Rejects with UNAVAILABLE when it was not stored, INTERNAL when it never can be.
 */
function submit(writer: Writer, request: WriterRequest, onDone?: OnDone): Promise<Done> {
  return new Promise((resolve, reject) => {
    writer.submit(request, (answer) => {
      if (isFailure(answer)) return reject(toError(answer));
      onDone?.(answer);
      resolve(answer);
    });
  });
}

function isFailure(answer: WriterAnswer): answer is WriterFailure {
  return "failed" in answer;
}

function toError({ failed, poison }: WriterFailure): CopilotError {
  const cause = new Error(failed);
  if (poison) return new CopilotError("INTERNAL", "The session log cannot hold this fact.", { cause });
  return new CopilotError("UNAVAILABLE", "The session log could not store it.", { cause, retryAfter: 1 });
}
