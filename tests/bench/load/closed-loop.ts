import type { Arrivals } from "./arrivals.ts";
import { type ConnectionPool, checkStatus } from "./connection-pool.ts";
import type { TalkEvent } from "./talk.ts";

export interface Target {
  readonly pool: ConnectionPool;
  readonly arrivals: Arrivals;
  /** The next event of the next session. */
  readonly next: () => TalkEvent;
}

export interface ClosedLoop {
  readonly events: number;
  readonly perSecond: number;
  /** Milliseconds from the send to the arrival on the socket, of each event. */
  readonly latencies: readonly number[];
}

/** How long a loop goes on: so many seconds, or so many events. */
export type Extent = { readonly seconds: number } | { readonly events: number };

/**
 * Every connection sends its next event once the last one was both answered and seen on its session's socket, so
 * the rate is that of events delivered.
 */
export async function closedLoop({ pool, arrivals, next }: Target, extent: Extent): Promise<ClosedLoop> {
  const latencies: number[] = [];
  const begun = performance.now();
  const until = "seconds" in extent ? begun + extent.seconds * 1000 : Number.POSITIVE_INFINITY;
  let left = "events" in extent ? extent.events : Number.POSITIVE_INFINITY;
  const loops = pool.connections.map(async (connection) => {
    while (performance.now() < until && left-- > 0) {
      const { segmentId, body } = next();
      const seen = arrivals.expect(segmentId);
      const sentAt = performance.now();
      checkStatus(await connection.post(body));
      latencies.push((await seen) - sentAt);
    }
  });
  await Promise.all(loops);
  const seconds = (performance.now() - begun) / 1000;
  return { events: latencies.length, perSecond: latencies.length / seconds, latencies };
}
