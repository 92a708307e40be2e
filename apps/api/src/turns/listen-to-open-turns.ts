import type { CopilotDeps } from "@live-copilot/shared/copilot";

export interface OpenTurns {
  /** Listens to the session until it is dropped. */
  listen(sessionId: string): void;
  /** When the customer was last heard speaking a draft, epoch ms; undefined for not since then. */
  draftAt(sessionId: string): number | undefined;
  drop(sessionId: string): void;
  stop(): void;
}

interface Heard {
  /** The customer goes on speaking: a draft came, to whichever replica. */
  readonly spoke: (sessionId: string) => void;
  /** Something was appended, by whichever replica; absent: nobody has to know. */
  readonly appended: ((sessionId: string) => void) | undefined;
}

interface Listening {
  readonly stop: () => void;
  draftAt: number | undefined;
}

/** Listens to the sessions in which a customer's turn is open, and to no others. */
export function listenToOpenTurns(
  { signals, log, now }: Pick<CopilotDeps, "signals" | "log" | "now">,
  { spoke, appended }: Heard,
): OpenTurns {
  const open = new Map<string, Listening>();

  const listen = (sessionId: string): Listening => {
    const stopDrafts = signals.onDraft(sessionId, (draft) => {
      if (draft.lane !== "transcript" || draft.segment.speaker !== "CUSTOMER") return;
      listening.draftAt = now();
      spoke(sessionId);
    });
    const stopLog = appended ? log.live(sessionId, () => appended(sessionId)) : undefined;
    const stop = () => {
      stopDrafts();
      stopLog?.();
    };
    const listening: Listening = { stop, draftAt: undefined };
    return listening;
  };

  return {
    listen(sessionId) {
      if (!open.has(sessionId)) open.set(sessionId, listen(sessionId));
    },
    draftAt: (sessionId) => open.get(sessionId)?.draftAt,
    drop(sessionId) {
      open.get(sessionId)?.stop();
      open.delete(sessionId);
    },
    stop() {
      for (const { stop } of open.values()) stop();
      open.clear();
    },
  };
}
