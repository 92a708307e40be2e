import type { NewFact } from "@live-copilot/shared";
import type { SessionLog, Signals } from "@live-copilot/shared/copilot";

interface EndDeps {
  readonly log: Pick<SessionLog, "append" | "head" | "after">;
  readonly signals: Pick<Signals, "drafts" | "dropDraft">;
  readonly now: () => number;
}

/**
 * Ends a session. What was still being spoken becomes a final segment marked incomplete, so that no words are
 * lost. Ending it again changes nothing; a later segment opens it again. False for a session without events.
 */
export async function endSession(deps: EndDeps, sessionId: string, reason: string): Promise<boolean> {
  const head = await deps.log.head(sessionId);
  if (!head) return false;
  const [last] = await deps.log.after(sessionId, head.seq - 1, { limit: 1 });
  if (last?.kind === "end") return true;
  const facts: NewFact[] = [];
  for (const draft of deps.signals.drafts(sessionId)) {
    if (draft.lane !== "transcript") continue;
    const { sessionId: _session, final: _final, ...segment } = draft.segment;
    facts.push({ kind: "segment", key: `segment:${draft.id}`, data: { ...segment, incomplete: true } });
    deps.signals.dropDraft(sessionId, "transcript", draft.id);
  }
  facts.push({ kind: "end", key: `end:${head.seq}`, data: { reason } });
  await deps.log.append(sessionId, facts, deps.now());
  return true;
}
