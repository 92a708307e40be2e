import { describe, expect, test } from "vitest";
import { segmentFact, turnDoneFact } from "../support/facts.ts";
import { type OpenCluster, replica, standingClock } from "../support/log-cluster.ts";
import { readWhole } from "../support/read-whole.ts";

export function describeAppend(open: OpenCluster): void {
  describe("append", () => {
    test("gives each fact the next seq and the time, in the order of the call", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [log] = cluster.logs;
      const first = await log.append("call", [segmentFact("a"), turnDoneFact(1)]);
      clock.advance(1_500);
      const second = await log.append("call", [segmentFact("b")]);
      expect([...first, ...second]).toEqual([
        { event: event(1, "15:00:00.000", segmentFact("a")), duplicate: false },
        { event: event(2, "15:00:00.000", turnDoneFact(1)), duplicate: false },
        { event: event(3, "15:00:01.500", segmentFact("b")), duplicate: false },
      ]);
      expect(await readWhole(replica(cluster, 1), "call")).toEqual(
        [...first, ...second].map((appended) => appended.event),
      );
    });

    test("keeps the sessions apart", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      await log.append("one", [segmentFact("a"), segmentFact("b")]);
      const [other] = await log.append("two", [segmentFact("a")]);
      expect(other).toMatchObject({ duplicate: false, event: { sessionId: "two", seq: 1 } });
    });

    test("leaves out a key that is there and gives the stored event back", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [stored] = await cluster.logs[0].append("call", [segmentFact("a", "first words")]);
      clock.advance(60_000);
      const again = await replica(cluster, 1).append("call", [
        segmentFact("b"),
        segmentFact("a", "other words"),
        segmentFact("c"),
      ]);
      expect(again.map(({ duplicate, event }) => [event.seq, duplicate])).toEqual([
        [2, false],
        [1, true],
        [3, false],
      ]);
      expect(again[1]?.event).toEqual(stored?.event);
      expect(await readWhole(cluster.logs[0], "call")).toHaveLength(3);
    });

    test("takes a key that comes twice in one call once", async () => {
      await using cluster = await open(Date.now);
      const appended = await cluster.logs[0].append("call", [segmentFact("a"), segmentFact("a", "again")]);
      expect(appended.map(({ duplicate }) => duplicate)).toEqual([false, true]);
      expect(appended[1]?.event).toEqual(appended[0]?.event);
    });

    test("keeps text as it is", async () => {
      await using cluster = await open(Date.now);
      const text = '„¿Está cubierto?“ \u{1F327}\uFE0F \\u0000 "quoted"\n\ttabbed \u2028 end';
      await cluster.logs[0].append("call \u{1F4DE}/ü", [segmentFact("ключ:1", text)]);
      const [read] = await replica(cluster, 1).after("call \u{1F4DE}/ü", 0, { limit: 1 });
      expect(read).toMatchObject({ key: "segment:ключ:1", data: { text } });
    });

    test("of nothing changes nothing", async () => {
      await using cluster = await open(Date.now);
      expect(await cluster.logs[0].append("call", [])).toEqual([]);
      expect(await cluster.logs[0].head("call")).toBeNull();
    });
  });
}

function event(seq: number, time: string, fact: object) {
  return { ...fact, sessionId: "call", seq, at: `2026-03-02T${time}Z` };
}
