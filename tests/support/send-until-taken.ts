import { setTimeout as sleep } from "node:timers/promises";
import { post } from "./client.ts";

const PATIENCE_MS = 60_000;
const BETWEEN_MS = 100;

/**
 * Sends a webhook body as a careful sender does: again and again until it is acknowledged, to wherever `url` says at
 * that moment. Gives the statuses of the tries; 0 for one that got no answer.
 */
export async function sendUntilTaken(url: () => string, body: unknown): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const startedAt = Date.now(); Date.now() - startedAt < PATIENCE_MS; ) {
    const status = await post(url(), body).then(
      (answer) => answer.status,
      () => 0,
    );
    statuses.push(status);
    if (status === 202) return statuses;
    await sleep(BETWEEN_MS);
  }
  throw new Error(`Not taken within ${PATIENCE_MS} ms: ${statuses.join(" ")}`);
}
