import { type NewFact, type SessionEvent, summaryPatch } from "@live-copilot/shared";
import type { Sized } from "./session-log-tails.ts";
import type { FactRow, WriterOp } from "./writer-messages.ts";

/** One append as the writer takes it. */
export interface AppendCall {
  readonly sessionId: string;
  readonly at: number;
  readonly rows: readonly FactRow[];
  /** Characters of its JSON. */
  readonly chars: number;
}

/** Bytes of an event in memory beside its JSON's characters, and bytes for each of those, roughly. */
const EVENT_BYTES = 256;
const BYTES_PER_CHAR = 3;

/** Writes the facts' JSON, once. Throws for a value that has none. */
export function encodeAppend(sessionId: string, at: number, facts: readonly NewFact[]): AppendCall {
  let chars = sessionId.length;
  const rows = facts.map((fact): FactRow => {
    const json = JSON.stringify(fact.data);
    const patch = summaryPatch(fact);
    chars += json.length + fact.key.length;
    return [fact.kind, fact.key, json, patch && JSON.stringify(patch)];
  });
  return { sessionId, at, rows, chars };
}

export function appendOp({ sessionId, at, rows }: AppendCall, dueAt: number | undefined): WriterOp {
  return ["append", sessionId, at, dueAt === undefined ? null : Math.ceil(dueAt), rows];
}

/** The events that are new, as the log will give them: what JSON does not carry is not in them either. */
export function storedEvents({ sessionId, at, rows }: AppendCall, seqs: readonly number[]): Sized[] {
  const time = new Date(at).toISOString();
  return rows.flatMap(([kind, key, json], index) => {
    const seq = seqs[index] ?? 0;
    if (seq <= 0) return [];
    const event = { kind, key, data: JSON.parse(json), sessionId, seq, at: time } as SessionEvent;
    return [{ event, bytes: EVENT_BYTES + BYTES_PER_CHAR * (json.length + key.length) }];
  });
}
