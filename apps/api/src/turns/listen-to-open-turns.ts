import type { CopilotDeps, Draft } from "@live-copilot/shared/copilot";

export interface OpenTurns {
  /** Listens to the session until it is dropped. */
  listen(sessionId: string): void;
  /** When the customer was last heard speaking a draft, epoch ms; undefined for not of late. */
  draftAt(sessionId: string): Promise<number | undefined>;
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
      if (spokenAt(draft) === null) return;
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
    async draftAt(sessionId) {
      const listening = open.get(sessionId);
      // Where the turn came to another replica, only what lies open tells that the customer goes on.
      return listening ? listening.draftAt : newestOf(await signals.drafts(sessionId));
    },
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

function newestOf(drafts: readonly Draft[]): number | undefined {
  const times = drafts.flatMap((draft) => spokenAt(draft) ?? []);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** When these words of the customer's were received, epoch ms; null for what is something else. */
function spokenAt(draft: Draft): number | null {
  if (draft.lane !== "transcript" || draft.segment.speaker !== "CUSTOMER") return null;
  return Date.parse(draft.segment.receivedAt);
}
