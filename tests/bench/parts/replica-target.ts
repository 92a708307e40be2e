import { createArrivals } from "../load/arrivals.ts";
import type { Target } from "../load/closed-loop.ts";
import { connectionPool } from "../load/connection-pool.ts";
import { followFeed } from "../load/feed-socket.ts";
import { sampleTalk } from "../load/talk.ts";
import type { ServerProcess } from "../server-process.ts";
import { noteIn } from "./transcript-target.ts";

/** How the load is spread over the replicas. */
export interface Spreading {
  readonly servers: readonly ServerProcess[];
  readonly sessions: number;
  /** In all. */
  readonly connections: number;
  /** A session's events all go to one replica and are followed on the next one; else each goes to any of them. */
  readonly sticky: boolean;
  /** What the sessions' names begin with. */
  readonly name: string;
}

export interface ReplicaTargets extends Disposable {
  /** The load of each replica. */
  readonly targets: readonly Target[];
}

/** Follows sessions on all replicas alike, and gives the load for each of them. */
export async function openReplicaTargets(spreading: Spreading): Promise<ReplicaTargets> {
  using opening = new DisposableStack();
  const { servers, connections, sticky, name } = spreading;
  const count = servers.length;
  const sessions = Array.from({ length: spreading.sessions }, (_, place) => `${name}-${place}`);
  const groups = servers.map((_, number) => sessions.filter((_one, place) => place % count === number));
  const arrivals = createArrivals();
  const talk = await sampleTalk();
  const inTurn = (names: readonly string[]) => {
    let turn = 0;
    return () => talk(names[turn++ % names.length] ?? "");
  };
  const anyone = inTurn(sessions);
  const targets: Target[] = [];
  for (const [number, { url }] of servers.entries()) {
    const followed = groups[(number + 1) % count] ?? [];
    opening.use(
      await followFeed("session.onTranscript", {
        url,
        sessions: followed,
        perSocket: 1,
        onMessage: noteIn(arrivals),
      }),
    );
    const pool = opening.use(connectionPool(url, Math.floor(connections / count)));
    targets.push({ pool, arrivals, next: sticky ? inTurn(groups[number] ?? []) : anyone });
  }
  const opened = opening.move();
  return { targets, [Symbol.dispose]: () => opened.dispose() };
}
