import type { ContextValues, NewFact, PlainEvent } from "@live-copilot/shared";
import { LRUCache } from "lru-cache";
import { fingerprint } from "./identify-event.ts";

/** Sessions whose last context is remembered, so that the same values are not sent to the log each time. */
const SESSIONS = 20_000;

export interface CallContexts {
  /**
   * The fact that an event's values make, or null where they are empty or known to be on the session's log, which
   * began at `startedAt`.
   */
  factOf(event: PlainEvent, startedAt: string | undefined): NewFact | null;
  /** The fact is on that log now. */
  stored(sessionId: string, fact: NewFact, startedAt: string): void;
}

/**
 * Turns what events say of whose contract applies into facts, one per session and set of values. Senders repeat the
 * values in every event, so known ones are told by their text: a fingerprint is made for new ones only.
 */
export function callContexts(): CallContexts {
  const known = new LRUCache<string, { readonly said: string; readonly startedAt: string }>({
    max: SESSIONS,
  });
  return {
    factOf(event, startedAt) {
      const values = givenValues(event);
      const said = JSON.stringify(values);
      if (said === NOTHING) return null;
      const before = known.get(event.sessionId);
      if (before?.said === said && before.startedAt === startedAt) return null;
      const key = `context:call:${fingerprint([JSON.stringify(Object.entries(values))])}`;
      return { kind: "context", key, data: { source: "call", values } };
    },
    stored(sessionId, fact, startedAt) {
      if (fact.kind !== "context") return;
      known.set(sessionId, { said: JSON.stringify(fact.data.values), startedAt });
    },
  };
}

const NOTHING = "{}";

function givenValues({ phone, state, plan, contractType, options }: PlainEvent): ContextValues {
  const named = options?.filter(Boolean) ?? [];
  return {
    ...(phone ? { phone } : {}),
    ...(state ? { state } : {}),
    ...(plan ? { plan } : {}),
    ...(contractType ? { contractType } : {}),
    ...(named.length > 0 ? { options: named } : {}),
  };
}
