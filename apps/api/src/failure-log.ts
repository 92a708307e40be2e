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
 * work of every session fail alike, every second: that is one line in ten seconds, and the next says how many were left
 * out since (`alike`).
 */
export function failureLog(
  logger: Pick<Logger, "error">,
  clock: () => number = Date.now,
): (error: unknown, sessionId?: string) => void {
  // By message: there are as many as there are services.
  const told = new Map<string, Told>();
  return (error, sessionId) => {
    let alike = 0;
    if (isUnavailable(error)) {
      const before = told.get(String(error));
      if (before && clock() - before.at < AWAY_MS) {
        before.more += 1;
        return;
      }
      told.set(String(error), { at: clock(), more: 0 });
      alike = before?.more ?? 0;
    }
    const line = { err: error, sessionId, ...(alike > 0 && { alike }) };
    logger.error(line, "work failed; it will be tried again");
  };
}
