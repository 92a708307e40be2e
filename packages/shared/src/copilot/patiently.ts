import { isUnavailable } from "../domain/errors.ts";

/** What is away is asked again after so long. */
const AWAY_MS = 250;

/** Reads, again and again while the log is away (UNAVAILABLE) and nobody aborts; what else it throws it passes on. */
export async function patiently<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!isUnavailable(error) || signal.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
    }
  }
}
