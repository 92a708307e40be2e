import type { Draft, Signals } from "@live-copilot/shared/copilot";

/**
 * How many of the last facts are remembered. A draft that a replica still held back comes a moment after its fact, not
 * hundreds of them later.
 */
const FACTS = 256;

/** The newest draft of each item that a subscriber was not sent yet. Bounded by the number of open items. */
export interface DraftBox<D extends Draft> {
  /** For `followSession`: wakes the follower when a draft comes. */
  readonly wakeOn: (mark: () => void) => () => void;
  /** Takes out what is there. */
  take(): readonly D[];
  /**
   * The item is a fact now: a draft of it that waits must not follow, and of words neither one that comes later, from
   * a replica that had it yet to send. A script may be drafted again, since its card may be written anew.
   */
  drop(id: string): void;
}

/** Opens a box that holds the open drafts of one lane, and those that come while it is followed. */
export function draftBox<L extends Draft["lane"]>(
  signals: Pick<Signals, "onDraft" | "drafts">,
  sessionId: string,
  lane: L,
): DraftBox<Extract<Draft, { lane: L }>> {
  type Mine = Extract<Draft, { lane: L }>;
  const isMine = (draft: Draft): draft is Mine => draft.lane === lane;
  const waiting = new Map<string, Mine>();
  // What came or went while the open ones are fetched is newer than they are. Undefined once they are here.
  let heard: Set<string> | undefined = new Set();
  const facts = new Set<string>();
  return {
    wakeOn(mark) {
      const take = (draft: Draft) => {
        if (!isMine(draft) || facts.has(draft.id)) return;
        waiting.set(draft.id, draft);
        mark();
      };
      const stop = signals.onDraft(sessionId, (draft) => {
        heard?.add(draft.id);
        take(draft);
      });
      void signals.drafts(sessionId).then((open) => {
        for (const draft of open) if (!heard?.has(draft.id)) take(draft);
        heard = undefined;
      });
      return stop;
    },
    take() {
      const taken = [...waiting.values()];
      waiting.clear();
      return taken;
    },
    drop(id) {
      waiting.delete(id);
      heard?.add(id);
      if (lane !== "transcript") return;
      facts.delete(id);
      facts.add(id);
      const [oldest] = facts;
      if (facts.size > FACTS && oldest !== undefined) facts.delete(oldest);
    },
  };
}
