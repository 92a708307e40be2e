import { isUnavailable } from "@live-copilot/shared";
import type { Logger } from "pino";

/** A service that is away is told of once in so long. */
const AWAY_MS = 10_000;

interface Told {
  readonly at: number;
  /** How many failed alike since then, untold. */
  more: number;
}

/**
 * Writes to the log what failed behind the answers, with its cause and its session. A service that is away has the
 * work of every session fail alike, every second: that is one line in ten seconds, which says how many it stands for.
 */
export function failureLog(
  logger: Pick<Logger, "error">,
  clock: () => number = Date.now,
): (error: unknown, sessionId?: string) => void {
  // By message: there are as many as there are services.
  const told = new Map<string, Told>();
  return (error, sessionId) => {
    const before = isUnavailable(error) ? told.get(String(error)) : undefined;
    if (before && clock() - before.at < AWAY_MS) {
      before.more += 1;
      return;
    }
    if (isUnavailable(error)) told.set(String(error), { at: clock(), more: 0 });
    const untold = before?.more ? { alike: before.more } : {};
    logger.error({ err: error, sessionId, ...untold }, "work failed; it will be tried again");
  };
}
