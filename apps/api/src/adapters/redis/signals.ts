import { randomUUID } from "node:crypto";
import { CopilotError } from "@live-copilot/shared";
import type { Signals } from "@live-copilot/shared/copilot";
import { openLinks } from "./links.ts";
import { namesUnder } from "./names.ts";
import { createSharedDrafts } from "./shared-drafts.ts";
import { createSharedHints } from "./shared-hints.ts";

export interface RedisSignalsOptions {
  /** `redis://…` or `rediss://…`, with user and password where they are wanted. */
  readonly url: string;
  /** What the names of channels and keys begin with. */
  readonly prefix: string;
  /** Told once for each change: whether the other replicas can be reached, and if not, why. */
  readonly onState?: (state: "up" | "away", cause?: unknown) => void;
}

/**
 * Signals between replicas over Redis publish/subscribe (Redis 6 or newer). Whoever listens in this process is told at
 * once, without Redis; while Redis is away they still are, nothing waits for it, and it is connected to again by
 * itself. Rejects only when the address cannot be one.
 */
export async function openRedisSignals({ prefix, ...options }: RedisSignalsOptions): Promise<Signals> {
  const names = namesUnder(prefix);
  const links = await openLinks({ ...options, names });
  const shared = { links, names, origin: randomUUID() };
  const { heard: hintHeard, ...hints } = createSharedHints(shared);
  const { heard: draftHeard, close: closeDrafts, ...drafts } = createSharedDrafts(shared);
  links.hear({ hint: hintHeard, draft: draftHeard });
  return {
    ...hints,
    ...drafts,
    onRestored: links.onRestored,
    async ping() {
      await links.ping().catch((cause: unknown) => {
        throw new CopilotError("UNAVAILABLE", "Redis cannot be reached.", { cause });
      });
    },
    async close() {
      closeDrafts();
      await links.close();
    },
  };
}
