import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createWakeMark, patiently } from "@live-copilot/shared/copilot";
import { tracked } from "@trpc/server";
import type { WebSocket } from "ws";
import type { ApiDeps } from "../../deps.ts";
import { asTrpcError } from "../errors.ts";
import { drained } from "../with-socket.ts";

/** Changed rows go out at most this often. */
const INTERVAL_MS = 1000;
/** Rows read at once. */
const CHUNK = 100;

/** The feed of the list: the rows of sessions that changed, each at most once a second. */
export async function* followList(
  deps: Pick<ApiDeps, "log" | "metrics">,
  socket: WebSocket | null,
  signal: AbortSignal,
) {
  const changed = new Set<string>();
  const wake = createWakeMark(signal);
  const stop = deps.log.liveAll((sessionId) => {
    changed.add(sessionId);
    wake.mark();
  });
  using _counted = deps.metrics.subscriber("list");
  try {
    while (!signal.aborted) {
      await wake.marked();
      const ids = [...changed];
      changed.clear();
      for (let at = 0; at < ids.length; at += CHUNK) {
        const some = ids.slice(at, at + CHUNK);
        const rows = await patiently(() => deps.log.summaries(some), signal);
        if (!(await drained(socket, signal))) return;
        // There is nothing to resume: a client takes the list again. The id only keeps tracking uniform.
        for (const row of rows) yield tracked(randomUUID(), row);
      }
      await sleep(INTERVAL_MS, undefined, { signal }).catch(() => undefined);
    }
  } catch (error) {
    if (!signal.aborted) throw asTrpcError(error);
  } finally {
    stop();
    wake.close();
  }
}
