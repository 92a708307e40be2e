import type { NewFact } from "@live-copilot/shared";
import type { SessionLog, SessionQuery } from "@live-copilot/shared/copilot";
import { describe, expect, test } from "vitest";
import { endFact, readyCardFact, segmentFact } from "../support/facts.ts";
import { type OpenCluster, replica, standingClock } from "../support/log-cluster.ts";
import { upTo } from "../support/read-whole.ts";

export function describeRows(open: OpenCluster): void {
  describe("sessions", () => {
    test("a row says when it began, when it was last heard of, and what the facts told", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [log] = cluster.logs;
      const phone: NewFact = {
        kind: "context",
        key: "context:1",
        data: { source: "call", values: { phone: "+15550100199" } },
      };
      await log.append("call", [segmentFact("a"), phone, readyCardFact("1", "Yes")]);
      clock.advance(2_000);
      await log.append("call", [readyCardFact("2", null)]);
      const row = {
        sessionId: "call",
        status: "live",
        startedAt: "2026-03-02T15:00:00.000Z",
        lastAt: "2026-03-02T15:00:02.000Z",
        phone: "+15550100199",
        question: "question of 2",
        decision: null,
      };
      expect(await replica(cluster, 1).summaries(["call", "none"])).toEqual([row]);
      expect((await log.sessions({ limit: 5 })).sessions).toEqual([row]);
    });

    test("end ends a session, a later segment opens it again", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [log] = cluster.logs;
      await log.append("call", [segmentFact("a"), endFact()]);
      expect(await log.summaries(["call"])).toMatchObject([
        { status: "ended", endedAt: "2026-03-02T15:00:00.000Z" },
      ]);
      clock.advance(1_000);
      await log.append("call", [readyCardFact("1", "No")]);
      expect(await log.summaries(["call"])).toMatchObject([{ status: "ended" }]);
      await log.append("call", [segmentFact("b")]);
      const [row] = await log.summaries(["call"]);
      expect(row).toMatchObject({ status: "live" });
      expect(row).not.toHaveProperty("endedAt");
    });

    test("pages go through all of them once, newest start first", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [log] = cluster.logs;
      for (const n of upTo(23)) {
        if (n % 3 === 0) clock.advance(1_000);
        await log.append(`call-${n}`, n % 4 === 0 ? [segmentFact("a"), endFact()] : [segmentFact("a")]);
      }
      const all = await listAll(replica(cluster, 1), { limit: 5 });
      expect(all.map(({ sessionId }) => sessionId).sort()).toEqual(
        upTo(23)
          .map((n) => `call-${n}`)
          .sort(),
      );
      const starts = all.map(({ startedAt }) => startedAt);
      expect(starts).toEqual(starts.toSorted().reverse());
      const ended = await listAll(log, { status: "ended", limit: 2 });
      expect(ended.map(({ sessionId }) => sessionId).sort()).toEqual([
        "call-12",
        "call-16",
        "call-20",
        "call-4",
        "call-8",
      ]);
      expect(await listAll(log, { status: "live", limit: 23 })).toHaveLength(18);
    });

    test("a session that begins between two pages disturbs neither", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [log] = cluster.logs;
      for (const n of upTo(4)) {
        await log.append(`call-${n}`, [segmentFact("a")]);
        clock.advance(1_000);
      }
      const first = await log.sessions({ limit: 2 });
      await log.append("newer", [segmentFact("a")]);
      const second = await log.sessions({ limit: 2, cursor: first.nextCursor ?? "" });
      const ids = [...first.sessions, ...second.sessions].map(({ sessionId }) => sessionId);
      expect(ids).toEqual(["call-4", "call-3", "call-2", "call-1"]);
      expect(second.nextCursor).toBeUndefined();
    });

    test.each(["", "x", "12.", "LTEuMQ", "bm90IGEgY3Vyc29y"])(
      "the cursor %j is BAD_REQUEST",
      async (cursor) => {
        await using cluster = await open(Date.now);
        await expect(cluster.logs[0].sessions({ limit: 5, cursor })).rejects.toMatchObject({
          reason: "BAD_REQUEST",
        });
      },
    );

    test("idle gives live ones that were quiet, oldest first", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [log] = cluster.logs;
      for (const sessionId of ["b", "a", "over", "c"]) {
        await log.append(
          sessionId,
          sessionId === "over" ? [segmentFact("a"), endFact()] : [segmentFact("a")],
        );
        clock.advance(1_000);
      }
      await log.append("b", [segmentFact("again")]);
      const before = clock.now();
      clock.advance(1_000);
      const ids = async (limit: number) => (await log.idle(before, limit)).map(({ sessionId }) => sessionId);
      expect(await ids(10)).toEqual(["a", "c"]);
      expect(await ids(1)).toEqual(["a"]);
    });

    test("sweep removes what is old and nothing else, up to the limit", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [log] = cluster.logs;
      for (const n of upTo(5))
        await log.append(`old-${n}`, [...upTo(600).map((k) => segmentFact(`${k}`)), endFact()], 1);
      await log.head("old-1");
      const before = clock.advance(1_000);
      await log.append("new", [segmentFact("a")], 1);
      expect(await log.sweep(before, 3)).toBe(3);
      expect(await replica(cluster, 1).sweep(before, 10)).toBe(2);
      expect(await log.sweep(before, 10)).toBe(0);
      expect(await log.head("old-1")).toBeNull();
      expect(await log.after("old-1", 0, { limit: 10 })).toEqual([]);
      expect((await log.sessions({ limit: 10 })).sessions.map(({ sessionId }) => sessionId)).toEqual(["new"]);
      expect(await log.due(9_000, 10)).toEqual([{ sessionId: "new", dueAt: 1 }]);
      const [again] = await log.append("old-1", [segmentFact("1")]);
      expect(again).toMatchObject({ duplicate: false, event: { seq: 1 } });
    });
  });
}

async function listAll(log: SessionLog, query: SessionQuery) {
  const rows = [];
  let cursor: string | undefined;
  do {
    const page = await log.sessions({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.sessions.length).toBeLessThanOrEqual(query.limit);
    rows.push(...page.sessions);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return rows;
}
