import type { NewFact } from "@live-copilot/shared";
import type { SessionLog, Signals } from "@live-copilot/shared/copilot";

interface EndDeps {
  readonly log: Pick<SessionLog, "append" | "before" | "summaries">;
  readonly signals: Pick<Signals, "drafts" | "dropDraft">;
  readonly now: () => number;
}

/**
 * Ends a session. What was still being spoken becomes a final segment marked incomplete, so that no words are
 * lost. Ending it again changes nothing; a later segment opens it again. False for a session without events.
 */
export async function endSession(deps: EndDeps, sessionId: string, reason: string): Promise<boolean> {
  const [row] = await deps.log.summaries([sessionId]);
  if (!row) return false;
  if (row.status === "ended") return true;
  const [last] = await deps.log.before(sessionId, Number.MAX_SAFE_INTEGER, { kinds: ["segment"], limit: 1 });
  const drafts = await deps.signals.drafts(sessionId);
  const spoken = drafts.filter((draft) => draft.lane === "transcript");
  const facts = spoken.map(({ id, segment: draft }): NewFact => {
    const { sessionId: _session, final: _final, ...segment } = draft;
    return { kind: "segment", key: `segment:${id}`, data: { ...segment, incomplete: true } };
  });
  // Only words open a session again, so each stretch of words has one end, however many end it at once.
  facts.push({ kind: "end", key: `end:${last?.seq ?? 0}`, data: { reason } });
  await deps.log.append(sessionId, facts, deps.now());
  for (const { id } of spoken) deps.signals.dropDraft(sessionId, "transcript", id);
  return true;
}
