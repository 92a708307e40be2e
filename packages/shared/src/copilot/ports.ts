import type { PolicyClause, PolicyDocument, PolicyHead, PolicyHit, PolicySummary } from "../domain/clause.ts";
import type { Customer } from "../domain/customer.ts";
import type { PolicyScope } from "../domain/policy-scope.ts";
import type { TranscriptSegment } from "../domain/segment.ts";
import type { FactKind, NewFact, SessionEvent } from "../domain/session-event.ts";
import type { SessionSummary } from "../domain/session-summary.ts";
import type { ScriptDraft } from "../domain/suggestion.ts";
import type { Advice, AdviceRequest } from "./advice.ts";

/** What became of a fact that was appended: the event now on the log, and whether it was there before. */
export interface Appended {
  readonly event: SessionEvent;
  readonly duplicate: boolean;
}

export interface SessionHead {
  /** Seq of the last event. */
  readonly seq: number;
  /** When the first event was stored, ISO 8601. */
  readonly startedAt: string;
}

export interface PageOptions {
  /** Only these kinds; absent: all but gaps. */
  readonly kinds?: readonly FactKind[];
  /** Events at most. */
  readonly limit: number;
}

export interface DueSession {
  readonly sessionId: string;
  /** Epoch milliseconds since when it is due. */
  readonly dueAt: number;
}

export interface SessionQuery {
  readonly status?: "live" | "ended";
  readonly cursor?: string;
  readonly limit: number;
}

export interface SessionPage {
  /** Newest start first. */
  readonly sessions: readonly SessionSummary[];
  readonly nextCursor?: string;
}

/**
 * The log of every session: the truth, the queue and the memory. Failures of the store are thrown as
 * CopilotError UNAVAILABLE; nothing is stored in part.
 */
export interface SessionLog {
  /**
   * Appends facts to one session in order, all or none, and resolves once they are durable. A fact whose key is
   * there already is left out and its stored event given back. `dueAt` (epoch ms) marks the session as having
   * work from then on, in the same commit.
   */
  append(sessionId: string, facts: readonly NewFact[], dueAt?: number): Promise<readonly Appended[]>;
  /** Events with a seq above `seq`, in order. */
  after(sessionId: string, seq: number, options: PageOptions): Promise<readonly SessionEvent[]>;
  /** The last events with a seq below `seq`, in order. */
  before(sessionId: string, seq: number, options: PageOptions): Promise<readonly SessionEvent[]>;
  /** The events with these seqs, in seq order; those that are not there are left out. */
  at(sessionId: string, seqs: readonly number[]): Promise<readonly SessionEvent[]>;
  /**
   * Null for a session without events. A log that answers from memory for those who follow it reads anew where that is
   * behind `told`, a seq that somebody was told of, perhaps by another replica.
   */
  head(sessionId: string, told?: number): Promise<SessionHead | null>;
  /**
   * Calls back with the head's seq whenever something was appended to the session, from the moment of this call
   * on. Hints may be lost or doubled; readers read the log. Returns what stops it.
   */
  live(sessionId: string, onHint: (seq: number) => void): () => void;
  /** The same for every session: who changed. */
  liveAll(onHint: (sessionId: string) => void): () => void;
  /** Sessions whose due time has come, longest due first. */
  due(now: number, limit: number): Promise<readonly DueSession[]>;
  /**
   * Says that everything up to `throughSeq` was looked at, and when the session is next due (null: when it is
   * marked again). Without effect where something was marked due by a later event.
   */
  settle(sessionId: string, throughSeq: number, nextDueAt: number | null): Promise<void>;
  /** One page of sessions. */
  sessions(query: SessionQuery): Promise<SessionPage>;
  /** The rows of these sessions; those without events are left out. */
  summaries(sessionIds: readonly string[]): Promise<readonly SessionSummary[]>;
  /** Live sessions whose last event is older than `before` (epoch ms), oldest first. */
  idle(before: number, limit: number): Promise<readonly SessionSummary[]>;
  /** Removes sessions whose last event is older than `before` (epoch ms); gives how many. */
  sweep(before: number, limit: number): Promise<number>;
  /** Resolves when the store answers; for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A draft on the lossy lane: the newest text of one segment or of one card's script. */
export type Draft =
  | { readonly lane: "transcript"; readonly id: string; readonly segment: TranscriptSegment }
  | { readonly lane: "script"; readonly id: string; readonly script: ScriptDraft };

/** Hints and drafts between those who follow a session, on all replicas. May lose any of them, and says so. */
export interface Signals {
  /** Tells everyone who listens that the session's log reaches `seq`. */
  hint(sessionId: string, seq: number): void;
  /** Calls back with the hints of one session, from whichever replica. Returns what stops it. */
  onHint(sessionId: string, listener: (seq: number) => void): () => void;
  /** The same for every session: who changed. */
  onAnyHint(listener: (sessionId: string) => void): () => void;
  /** Replaces the item's draft; at most ten a second per item reach the followers, the newest always does. */
  draft(sessionId: string, draft: Draft): void;
  /** The item has become a fact, or will not. */
  dropDraft(sessionId: string, lane: Draft["lane"], id: string): void;
  /** The newest draft of each open item, for those who join late; none while they cannot be had. */
  drafts(sessionId: string): Promise<readonly Draft[]>;
  onDraft(sessionId: string, listener: (draft: Draft) => void): () => void;
  /** Calls back when hints may have been lost and come again: time to read the logs. Returns what stops it. */
  onRestored(listener: () => void): () => void;
  /** Resolves when they reach the other replicas; for readiness. Rejects with CopilotError UNAVAILABLE. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface CustomerDirectory {
  /** Everyone who has this number (E.164). */
  byPhone(phone: string): Promise<readonly Customer[]>;
  byId(customerId: string): Promise<Customer | null>;
  /** Adds or replaces by customerId. Phones must be E.164. */
  put(customers: readonly Customer[]): Promise<{ added: number; changed: number; unchanged: number }>;
  count(): Promise<number>;
}

/** Documents, versions and clauses: the truth that the index is derived from. */
export interface PolicyLibrary {
  /** Rises with every change. */
  revision(): Promise<number>;
  /** The versions that can answer, ordered by document and version; retired ones are left out. */
  list(): Promise<readonly PolicySummary[]>;
  /** A version with its clauses, retired or not; null when it is not there. */
  document(documentId: string, version: string): Promise<PolicyDocument | null>;
  /** Every clause of every version that can answer. */
  clauses(): Promise<readonly PolicyClause[]>;
  /**
   * Adds versions. One that is there with the same text is unchanged (and answers again if it was retired); one
   * with another text is refused with CopilotError CONFLICT, nothing stored: a version never changes. What `also`
   * asks for happens in the same step: all of it is stored or none.
   */
  put(documents: readonly PolicyDocument[], also?: LibraryPut): Promise<LibraryChange>;
  /** Takes documents out of the answers; their citations still open. */
  retire(documentIds: readonly string[]): Promise<readonly PolicyHead[]>;
  /** Deletes a version, or all of a document's. Gives what was deleted. */
  remove(documentId: string, version?: string): Promise<readonly PolicyHead[]>;
  /** Words that mean the same here; empty until some were set. */
  synonyms(): Promise<Synonyms>;
  /** Puts these groups in the place of those that were there; raises the revision when they differ. */
  setSynonyms(groups: Synonyms): Promise<void>;
}

export interface LibraryPut {
  /** Retires every document of which no version is among those that are put. */
  readonly retireOthers?: boolean;
  /** Takes the place of the synonyms that were there. */
  readonly synonyms?: Synonyms;
}

export interface LibraryChange {
  readonly added: readonly PolicyHead[];
  readonly unchanged: readonly PolicyHead[];
  readonly retired: readonly PolicyHead[];
}

export type { PolicyScope };

export interface PolicyQuery {
  readonly text: string;
  /** The caller's words around the question; scored apart and added with less weight. */
  readonly situation: string;
  readonly scope: PolicyScope;
  readonly limit: number;
}

/** Finds clauses. Derived from the library, rebuilt when its revision moves. */
export interface PolicyIndex {
  /** Best first. Throws CopilotError UNAVAILABLE when it cannot search. */
  search(query: PolicyQuery): Promise<readonly PolicyHit[]>;
  /**
   * What may have to be read with these clauses, of the documents that answer in this scope, in no ranked order: what
   * they amend, what amends them, the exclusions and limits of the same section, the conditions of the same document,
   * and all that documents for some plans only say, where the plan is known.
   */
  related(clauses: readonly PolicyClause[], scope: PolicyScope): Promise<readonly PolicyClause[]>;
  /** Documents that answer in this scope. */
  documentsInScope(scope: PolicyScope): Promise<number>;
  /** Makes the index hold these clauses and synonyms; searches go on meanwhile. */
  rebuild(clauses: readonly PolicyClause[], synonyms: Synonyms): Promise<void>;
  /** Resolves when it can search; for readiness. Rejects with CopilotError UNAVAILABLE. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Turns texts into vectors whose nearness is nearness of meaning. */
export interface Embedder {
  /** Names model and size, as "openai:text-embedding-3-small": vectors of two models do not compare. */
  readonly model: string;
  /**
   * One vector for each text, in order, all of one length. Splits into as many calls as the model takes. Throws
   * CopilotError UNAVAILABLE when it cannot.
   */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly (readonly number[])[]>;
}

/** Groups of words that mean the same in this knowledge base. */
export type Synonyms = readonly (readonly string[])[];

/** What an advisor gives while it writes: the script's whole text so far, then the advice. */
export type AdviceStep = { readonly script: string } | { readonly advice: Advice };

/** A model that writes a suggestion from the clauses. The rules need no port: they always run. */
export interface Advisor {
  /** Names the engine on the card, as in "openai:gpt-5". */
  readonly engine: string;
  /** False while its circuit is open: it failed so often of late that it is not asked. */
  isAvailable(): boolean;
  write(request: AdviceRequest, signal: AbortSignal): AsyncIterable<AdviceStep>;
}

/** Milliseconds since the epoch; the one clock of the copilot. */
export type Clock = () => number;
