import type { NewFact, SessionEvent } from "@live-copilot/shared";
import type { Collection, Db } from "mongodb";

/**
 * One append, which is the unit that is stored: all of its facts or none, without a transaction. `_id` holds the first
 * seq, so that of two writers who saw the same head one is refused: appends tile a session's seqs.
 */
export interface AppendDocument {
  /** `<sessionId>:<first>`. */
  readonly _id: string;
  readonly session: string;
  /** Seqs of its first and its last fact. */
  readonly first: number;
  readonly last: number;
  /** When it was stored, epoch ms. */
  readonly at: number;
  /** Names the call that stored it, which finds its own append again after it lost the answer. */
  readonly by: string;
  /** `data` is JSON: what an engine cannot keep in its own form (names with dots, lists in lists) is kept by it. */
  readonly facts: readonly { readonly kind: string; readonly key: string; readonly data: string }[];
}

/** What is known of a session without its log. Derived from it, but for what is due. Times are epoch ms. */
export interface SessionDocument {
  readonly _id: string;
  /** Noted before each append is stored: the log reaches no further, and falls short only of appends under way. */
  readonly seq?: number;
  /** When somebody last began to append; never behind the last event. */
  readonly lastAt?: number;
  /** Since when there is work; absent: none. */
  readonly dueAt?: number;
  /** The seq of the newest append that marked it due. */
  readonly dueSeq?: number;
  /** When it was last marked. */
  readonly markedAt?: number;
  /** Up to which seq the fields below speak for the log. Absent, as they are, until the first event is there. */
  readonly describedSeq?: number;
  readonly startedAt?: number;
  readonly status?: "live" | "ended" | "removing";
  readonly endedAt?: number | null;
  /** The row's details, JSON. */
  readonly summary?: string;
}

/** The session log's collections. */
export interface LogCollections {
  readonly appends: Collection<AppendDocument>;
  readonly sessions: Collection<SessionDocument>;
}

export function logCollections(db: Db): LogCollections {
  return { appends: db.collection("appends"), sessions: db.collection("sessions") };
}

/** The `_id` of the append whose first fact has this seq. */
export function appendId(sessionId: string, first: number): string {
  return `${sessionId}:${first}`;
}

/** The append that puts these facts after `head`. */
export function encodeAppend(
  sessionId: string,
  facts: readonly NewFact[],
  { head, at, by }: { readonly head: number; readonly at: number; readonly by: string },
): AppendDocument {
  return {
    _id: appendId(sessionId, head + 1),
    session: sessionId,
    first: head + 1,
    last: head + facts.length,
    at,
    by,
    facts: facts.map(({ kind, key, data }) => ({ kind, key, data: JSON.stringify(data) })),
  };
}

/** The events of an append. What is stored was a fact when it was appended, so it is not checked again. */
export function decodeAppend({ session, first, at, facts }: AppendDocument): SessionEvent[] {
  const time = new Date(at).toISOString();
  return facts.map(
    ({ kind, key, data }, index) =>
      ({
        kind,
        key,
        data: JSON.parse(data),
        sessionId: session,
        seq: first + index,
        at: time,
      }) as SessionEvent,
  );
}
