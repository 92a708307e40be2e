import type { Draft } from "../ports.ts";

/** Names one open item among all sessions; no two differ in one part and share a key. */
export function draftKey(sessionId: string, lane: Draft["lane"], id: string): string {
  return `${sessionId.length}:${sessionId}:${lane}:${id}`;
}
