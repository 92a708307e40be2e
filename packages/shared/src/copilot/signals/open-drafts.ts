import type { Clock, Draft } from "../ports.ts";
import { draftKey } from "./draft-key.ts";

export interface OpenDraftsOptions {
  readonly clock: Clock;
  /** A draft that was not replaced for so long is forgotten. */
  readonly ttlMs: number;
  readonly maxPerSession: number;
  /** Characters in all. */
  readonly maxChars: number;
}

/** The newest draft of each open item, for those who join late. */
export interface OpenDrafts {
  /** The item's newest draft. */
  put(sessionId: string, draft: Draft): void;
  /** The item is open no more. */
  drop(sessionId: string, lane: Draft["lane"], id: string): void;
  /** The session's open items, those that were put last at the end. */
  of(sessionId: string): Draft[];
}

interface Kept {
  readonly sessionId: string;
  readonly draft: Draft;
  readonly at: number;
  readonly chars: number;
}

/** Keeps open drafts within bounds of time, number and size. */
export function createOpenDrafts({ clock, ttlMs, maxPerSession, maxChars }: OpenDraftsOptions): OpenDrafts {
  // Both maps hold what was put last at their end, so that the oldest is always the first.
  const all = new Map<string, Kept>();
  const bySession = new Map<string, Map<string, Kept>>();
  let chars = 0;

  function remove(key: string): void {
    const kept = all.get(key);
    if (!kept) return;
    all.delete(key);
    chars -= kept.chars;
    const session = bySession.get(kept.sessionId);
    session?.delete(key);
    if (session?.size === 0) bySession.delete(kept.sessionId);
  }

  function trim(now: number): void {
    for (const [key, kept] of all) {
      if (chars <= maxChars && kept.at > now - ttlMs) return;
      remove(key);
    }
  }

  return {
    put(sessionId, draft) {
      const key = draftKey(sessionId, draft.lane, draft.id);
      remove(key);
      const kept = { sessionId, draft, at: clock(), chars: charsOf(draft) };
      const session = bySession.get(sessionId) ?? new Map<string, Kept>();
      bySession.set(sessionId, session.set(key, kept));
      all.set(key, kept);
      chars += kept.chars;
      const [oldest] = session.keys();
      if (session.size > maxPerSession && oldest !== undefined) remove(oldest);
      trim(kept.at);
    },
    drop(sessionId, lane, id) {
      remove(draftKey(sessionId, lane, id));
    },
    of(sessionId) {
      trim(clock());
      return [...(bySession.get(sessionId)?.values() ?? [])].map(({ draft }) => draft);
    },
  };
}

/** The text and about what is around it. */
function charsOf(draft: Draft): number {
  return 200 + (draft.lane === "transcript" ? draft.segment.text : draft.script.script).length;
}
