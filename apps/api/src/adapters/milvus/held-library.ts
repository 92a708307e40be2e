import { setTimeout as sleep } from "node:timers/promises";
import { CopilotError } from "@live-copilot/shared";
import { createSearchMemory } from "@live-copilot/shared/copilot";
import type { CollectionKeeper } from "./collection-keeper.ts";
import type { MilvusSnapshot } from "./take-library.ts";

/** Seconds until cleaning up is tried again after it failed. */
const CLEAN_AGAIN = 60;
/** Stopping waits this long. */
const STOP_MS = 1_000;

/** The library as Milvus holds it now for this server. What has to be done there is done one thing after the other. */
export interface HeldLibrary {
  /** Null before the first `replace`; throws UNAVAILABLE while Milvus holds none. */
  current(): MilvusSnapshot | null;
  /** Brings a new state of the library to Milvus, then searches by it. Rejects with UNAVAILABLE; the old one stays. */
  replace(take: () => Promise<MilvusSnapshot>): Promise<void>;
  /** Looks after the collection when a search has failed, in the background: brings it back where it is gone. */
  heal(): void;
  /** Resolves when what was under way is done, or after a moment; nothing is begun any more. */
  stop(): Promise<void>;
}

export function createHeldLibrary(keeper: CollectionKeeper): HeldLibrary {
  let current: MilvusSnapshot | null = null;
  let wasAsked = false;
  let isGone = false;
  let isHealing = false;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const next = (work: () => Promise<void>): Promise<void> => {
    const result = running.then(work);
    running = result.catch(() => undefined);
    return result;
  };
  const clean = async () => {
    if (!current) return;
    const seconds = await keeper.clean(current.rows).catch(() => CLEAN_AGAIN);
    clearTimeout(timer);
    if (seconds !== null && !isStopped) timer = setTimeout(() => void next(clean), seconds * 1_000).unref();
  };
  const prepare = async () => {
    const wasThere = await keeper.prepare();
    isGone ||= !wasThere && current !== null;
  };
  const hold = async (snapshot: MilvusSnapshot) => {
    await keeper.hold(snapshot.rows);
    current = snapshot;
    isGone = false;
  };
  const bringBack = async () => {
    if (!current) return;
    await prepare();
    if (isGone) await hold({ ...current, memory: createSearchMemory() });
  };
  const held: HeldLibrary = {
    current() {
      if (isGone) held.heal();
      if (!isGone && (current || !wasAsked)) return current;
      throw new CopilotError("UNAVAILABLE", "The policies cannot be searched yet: they are not in Milvus.", {
        retryAfter: 1,
      });
    },
    replace(take) {
      wasAsked = true;
      return next(async () => {
        await prepare();
        await hold(await take());
        void next(clean);
      });
    },
    heal() {
      if (isHealing) return;
      isHealing = true;
      next(bringBack)
        .catch(() => undefined)
        .finally(() => {
          isHealing = false;
        });
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await Promise.race([running, sleep(STOP_MS, undefined, { ref: false })]);
    },
  };
  return held;
}
