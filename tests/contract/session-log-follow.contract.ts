import type { SessionEvent } from "@live-copilot/shared";
import { type FollowOptions, followSession, type SessionLog } from "@live-copilot/shared/copilot";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { segmentFact, turnDoneFact } from "../support/facts.ts";
import { type OpenCluster, replica, standingClock } from "../support/log-cluster.ts";
import { upTo } from "../support/read-whole.ts";

/** How the follower behaves: after how many pages each of its sockets drops, and what it asks for. */
const followers = fc.record({
  drops: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 10 }),
  pageSize: fc.integer({ min: 1, max: 30 }),
  onlySegments: fc.boolean(),
});

const DAY = 86_400_000;

export function describeFollow(open: OpenCluster): void {
  describe("following", () => {
    test("misses nothing and doubles nothing, whatever is appended and however often it drops", async () => {
      await using cluster = await open(Date.now);
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          followers,
          fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }),
          async (how, sizes) => {
            run += 1;
            const sessionId = `call-${run}`;
            await cluster.logs[0].append(sessionId, mixedFacts(0, 90));
            const writing = appendMixed(replica(cluster, run), sessionId, sizes);
            const last = 90 + sizes.reduce((sum, size) => sum + size, 0) + 1;
            const got = await followWithDrops(replica(cluster, run + 1), { sessionId, last, ...how });
            await writing;
            const wanted = upTo(last).filter((seq) => !how.onlySegments || seq % 7 === 0 || seq === last);
            expect(got).toEqual(wanted);
          },
        ),
        { numRuns: 25 },
      );
    });

    test("waits for the first event and ends with its signal", async () => {
      await using cluster = await open(Date.now);
      const following = collect(cluster.logs[0], { after: 0 });
      await replica(cluster, 1).append("call", [segmentFact("a")]);
      await vi.waitFor(() => expect(following.seqs).toEqual([1]));
      following.abort.abort();
      await expect(following.ended).resolves.toBeUndefined();
    });

    test("finds by itself what no hint told of", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      const deaf = { live: () => () => {}, head: log.head, after: log.after };
      const following = collect(deaf, { after: 0, checkEveryMs: 20 });
      await log.append("call", [segmentFact("a"), segmentFact("b")]);
      await vi.waitFor(() => expect(following.seqs).toEqual([1, 2]));
      following.abort.abort();
      await following.ended;
    });

    test("from beyond the log's head ends with LOG_RESET", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      await expect(collect(log, { after: 1 }).ended).rejects.toMatchObject({ reason: "LOG_RESET" });
      await log.append("call", [segmentFact("a")]);
      await expect(collect(log, { after: 2 }).ended).rejects.toMatchObject({ reason: "LOG_RESET" });
    });

    test("a session that is removed and begins anew ends with LOG_RESET", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [log] = cluster.logs;
      await log.append("call", [segmentFact("a"), segmentFact("b")]);
      const following = collect(log, { after: 0 });
      const outcome = following.ended.catch((error: unknown) => error);
      await vi.waitFor(() => expect(following.seqs).toEqual([1, 2]));
      const now = clock.advance(DAY);
      expect(await log.sweep(now, 10)).toBe(1);
      await log.append("call", mixedFacts(0, 5));
      expect(await outcome).toMatchObject({ reason: "LOG_RESET" });
      expect(following.seqs).toEqual([1, 2]);
    });
  });
}

/** Every seventh event is a segment; the others are of another kind. */
function mixedFacts(from: number, count: number) {
  return upTo(count).map((n) =>
    (from + n) % 7 === 0 ? segmentFact(String(from + n)) : turnDoneFact(from + n),
  );
}

async function appendMixed(log: SessionLog, sessionId: string, sizes: readonly number[]): Promise<void> {
  let from = 90;
  for (const size of sizes) {
    await log.append(sessionId, mixedFacts(from, size));
    from += size;
  }
  await log.append(sessionId, [segmentFact("the last")]);
}

interface DroppingFollower {
  readonly sessionId: string;
  readonly last: number;
  readonly drops: readonly number[];
  readonly pageSize: number;
  readonly onlySegments: boolean;
}

/** Follows to the event `last`; leaves after so many pages and comes back with the last seq that it got. */
async function followWithDrops(log: SessionLog, follower: DroppingFollower): Promise<number[]> {
  const got: number[] = [];
  for (let drop = 0; got.at(-1) !== follower.last; drop += 1) {
    let pages = follower.drops[drop % follower.drops.length] ?? 1;
    const options: FollowOptions = {
      sessionId: follower.sessionId,
      after: got.at(-1) ?? 0,
      signal: new AbortController().signal,
      pageSize: follower.pageSize,
      checkEveryMs: 50,
      ...(follower.onlySegments ? { kinds: ["segment"] } : {}),
    };
    for await (const events of followSession(log, options)) {
      expect(events.length).toBeGreaterThan(0);
      got.push(...events.map(({ seq }) => seq));
      pages -= 1;
      if (pages === 0 || got.at(-1) === follower.last) break;
    }
  }
  return got;
}

type Followed = Parameters<typeof followSession>[0];

/** Follows the session "call" and keeps the seqs; `ended` settles with the following. */
function collect(log: Followed, options: Pick<FollowOptions, "after" | "checkEveryMs">) {
  const abort = new AbortController();
  const seqs: number[] = [];
  async function run(): Promise<void> {
    const pages = followSession(log, { ...options, sessionId: "call", signal: abort.signal });
    for await (const events of pages) seqs.push(...events.map(({ seq }: SessionEvent) => seq));
  }
  return { abort, seqs, ended: run() };
}
