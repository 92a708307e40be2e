import { describe, expect, test } from "vitest";
import { segmentFact, turnDoneFact } from "../support/facts.ts";
import { type OpenCluster, replica } from "../support/log-cluster.ts";
import { upTo } from "../support/read-whole.ts";

export function describeDue(open: OpenCluster): void {
  describe("due", () => {
    test("lists whose time has come, longest due first, up to the limit", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      await log.append("late", [segmentFact("a")], 3_000);
      await log.append("early", [segmentFact("a")], 1_000);
      await log.append("middle", [segmentFact("a")], 2_000);
      await log.append("never", [segmentFact("a")]);
      expect(await log.due(999, 10)).toEqual([]);
      expect(await replica(cluster, 1).due(2_000, 10)).toEqual([
        { sessionId: "early", dueAt: 1_000 },
        { sessionId: "middle", dueAt: 2_000 },
      ]);
      expect(await log.due(9_000, 1)).toEqual([{ sessionId: "early", dueAt: 1_000 }]);
    });

    test("keeps the earlier of two times", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      await log.append("call", [segmentFact("a")], 2_000);
      await log.append("call", [segmentFact("b")], 5_000);
      expect(await log.due(9_000, 10)).toEqual([{ sessionId: "call", dueAt: 2_000 }]);
      await log.append("call", [segmentFact("c")], 1_000);
      expect(await log.due(9_000, 10)).toEqual([{ sessionId: "call", dueAt: 1_000 }]);
    });

    test("is not touched by a fact that was there before", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      await log.append("call", [segmentFact("a")], 1_000);
      await log.settle("call", 1, null);
      await log.append("call", [segmentFact("a")], 2_000);
      expect(await log.due(9_000, 10)).toEqual([]);
    });

    test("settle takes the mark away, or moves it", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      await log.append("call", [segmentFact("a")], 1_000);
      await log.settle("call", 1, 4_000);
      expect(await log.due(3_999, 10)).toEqual([]);
      expect(await log.due(4_000, 10)).toEqual([{ sessionId: "call", dueAt: 4_000 }]);
      await log.append("call", [turnDoneFact(1)]);
      await log.settle("call", 2, null);
      expect(await log.due(9_000, 10)).toEqual([]);
      await expect(log.settle("nobody", 1, 1_000)).resolves.toBeUndefined();
      expect(await log.due(9_000, 10)).toEqual([]);
    });

    test("settle does nothing where a later event marked the session", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      await log.append("call", [segmentFact("a")], 1_000);
      await replica(cluster, 1).append("call", [segmentFact("b")], 2_000);
      await log.settle("call", 1, null);
      expect(await log.due(9_000, 10)).toEqual([{ sessionId: "call", dueAt: 1_000 }]);
    });

    test("no mark is lost when appends and settles race", async ({ skip }) => {
      await using cluster = await open(Date.now);
      if (cluster.mayLoseMarks) skip(cluster.mayLoseMarks);
      for (const round of upTo(10)) {
        const sessionId = `call-${round}`;
        await cluster.logs[0].append(sessionId, [segmentFact("0")], 1_000);
        const settling = upTo(8).map(async (n) => {
          const log = replica(cluster, n);
          // Whoever has not seen the last of the words.
          const { seq = 1 } = (await log.head(sessionId)) ?? {};
          await log.settle(sessionId, Math.min(seq, 8), null);
        });
        const appending = upTo(8).map((n) =>
          replica(cluster, n + 1).append(sessionId, [segmentFact(String(n))], 1_000 + n),
        );
        await Promise.all([...settling, ...appending]);
        const head = await cluster.logs[0].head(sessionId);
        const due = (await cluster.logs[0].due(9_000, 100)).filter((one) => one.sessionId === sessionId);
        expect({ seq: head?.seq, due: due.length }).toEqual({ seq: 9, due: 1 });
        await cluster.logs[0].settle(sessionId, 9, null);
      }
    });
  });
}
