import type { FactKind, NewFact, SessionEvent } from "@live-copilot/shared";
import type { SessionLog } from "@live-copilot/shared/copilot";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentFact, turnDoneFact } from "../support/facts.ts";
import { type OpenCluster, replica, standingClock } from "../support/log-cluster.ts";
import { upTo } from "../support/read-whole.ts";

/** Long enough that no cache of a session's end holds it all; every tenth is a segment, the last one a gap. */
const LENGTH = 700;

export function describeReads(open: OpenCluster): void {
  describe("reads", () => {
    test("give what a filter over the whole log would", async () => {
      await using cluster = await open(Date.now);
      const whole = await writeLong(cluster.logs[0], "call");
      const kinds = fc.option(fc.subarray<FactKind>(["segment", "turn-done", "gap", "card"]), {
        nil: undefined,
      });
      const seq = fc.integer({ min: 0, max: LENGTH + 5 });
      const limit = fc.integer({ min: 1, max: 400 });
      await fc.assert(
        fc.asyncProperty(kinds, seq, limit, async (wanted, at, most) => {
          const log = replica(cluster, at);
          const options = { limit: most, ...(wanted ? { kinds: wanted } : {}) };
          const matching = whole.filter(({ kind }) => wanted?.includes(kind) ?? kind !== "gap");
          expect(await log.after("call", at, options)).toEqual(
            matching.filter((event) => event.seq > at).slice(0, most),
          );
          expect(await log.before("call", at, options)).toEqual(
            matching.filter((event) => event.seq < at).slice(-most),
          );
          expect(await log.at("call", [at, 3, at, LENGTH])).toEqual(
            whole.filter((event) => [at, 3, LENGTH].includes(event.seq)),
          );
        }),
        { numRuns: 60 },
      );
    });

    test("give full pages where there is enough, whatever holes were closed in between", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      for (const n of upTo(4)) {
        await log.append("call", [segmentFact(String(n))]);
        await log.append("call", [{ kind: "gap", key: `gap:${n}`, data: {} }]);
      }
      await log.append("call", doneFacts(0, 90));
      const page = await log.after("call", 0, { limit: 4 });
      expect(page.map(({ seq }) => seq)).toEqual([1, 3, 5, 7]);
      const last = await log.before("call", 9, { limit: 4 });
      expect(last.map(({ seq }) => seq)).toEqual([1, 3, 5, 7]);
    });

    test("find the one event of a kind however far it is", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      await log.append("call", [segmentFact("first")]);
      for (let from = 0; from < 3_000; from += 500) await log.append("call", doneFacts(from, 500));
      await log.append("call", [{ kind: "end", key: "end", data: { reason: "completed" } }]);
      const ends = await log.after("call", 1, { kinds: ["end"], limit: 10 });
      expect(ends.map(({ seq }) => seq)).toEqual([3_002]);
      const segments = await log.before("call", 3_002, { kinds: ["segment"], limit: 10 });
      expect(segments.map(({ seq }) => seq)).toEqual([1]);
    });

    test("head is the last seq and the first event's time", async () => {
      const clock = standingClock();
      await using cluster = await open(clock.now);
      const [log] = cluster.logs;
      expect(await log.head("call")).toBeNull();
      await log.append("call", [segmentFact("a")]);
      clock.advance(5_000);
      await log.append("call", doneFacts(0, 2));
      const head = { seq: 3, startedAt: "2026-03-02T15:00:00.000Z" };
      expect(await log.head("call")).toEqual(head);
      expect(await replica(cluster, 1).head("call")).toEqual(head);
    });

    test("of a session without events are empty", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      expect(await log.after("none", 0, { limit: 10 })).toEqual([]);
      expect(await log.before("none", 10, { limit: 10 })).toEqual([]);
      expect(await log.at("none", [1])).toEqual([]);
      await expect(log.ping()).resolves.toBeUndefined();
    });

    test("hints come for the session that changed, until stopped", async () => {
      await using cluster = await open(Date.now);
      const [log] = cluster.logs;
      const heads: number[] = [];
      const changed: string[] = [];
      const stop = log.live("call", (seq) => heads.push(seq));
      const stopAll = log.liveAll((sessionId) => changed.push(sessionId));
      await log.append("call", doneFacts(0, 3));
      await log.append("other", doneFacts(0, 1));
      await expect.poll(() => [...new Set(changed)].sort()).toEqual(["call", "other"]);
      expect(heads.at(-1)).toBe(3);
      stop();
      stopAll();
      const seen = [heads.length, changed.length];
      await log.append("call", doneFacts(3, 1));
      expect([heads.length, changed.length]).toEqual(seen);
    });
  });
}

async function writeLong(log: SessionLog, sessionId: string): Promise<SessionEvent[]> {
  const facts = upTo(LENGTH - 1).map(
    (n): NewFact => (n % 10 === 0 ? segmentFact(String(n)) : turnDoneFact(n)),
  );
  const appended = await log.append(sessionId, [...facts, { kind: "gap", key: "gap", data: {} }]);
  return appended.map(({ event }) => event);
}

function doneFacts(from: number, count: number): NewFact[] {
  return upTo(count).map((n) => turnDoneFact(from + n));
}
