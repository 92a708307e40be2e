import { setImmediate as nextTurn } from "node:timers/promises";
import type { SessionEvent } from "@live-copilot/shared";
import { patiently, type SessionLog } from "@live-copilot/shared/copilot";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentFact } from "../support/facts.ts";
import { type OpenCluster, replica } from "../support/log-cluster.ts";
import { readWhole, upTo } from "../support/read-whole.ts";

/** Per writer its appends, each a list of keys; few keys, so that writers often want the same one. */
const writers = fc.array(
  fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
  { minLength: 2, maxLength: 6 },
);

const NEVER = new AbortController().signal;

export function describeConcurrency(open: OpenCluster): void {
  describe("concurrent appends", () => {
    test("leave no gap, take each key once and keep each call's order", async () => {
      await using cluster = await open(Date.now);
      let run = 0;
      await fc.assert(
        fc.asyncProperty(writers, async (plans) => {
          run += 1;
          const sessionId = `call-${run}`;
          const appended = await Promise.all(
            plans.map((plan, index) => appendAll(replica(cluster, index), sessionId, plan)),
          );
          const whole = await readWhole(replica(cluster, run), sessionId, 7);
          expect(whole.map(({ seq }) => seq)).toEqual(upTo(whole.length));
          const keys = plans.flat(2).map((id) => `segment:${id}`);
          expect(whole.map(({ key }) => key).sort()).toEqual([...new Set(keys)].sort());
          const events = appended.flat(2);
          expect(events.filter(({ duplicate }) => !duplicate)).toHaveLength(whole.length);
          for (const { event } of events) expect(event).toEqual(whole[event.seq - 1]);
          for (const call of appended.flat()) {
            const fresh = call.filter(({ duplicate }) => !duplicate).map(({ event }) => event.seq);
            expect(fresh).toEqual(fresh.toSorted((a, b) => a - b));
          }
        }),
        { numRuns: 30 },
      );
    });

    test("are seen in seq order only, without a hole", async () => {
      await using cluster = await open(Date.now);
      const snapshots: SessionEvent[][] = [];
      let isWriting = true;
      const read = async () => {
        for (let turn = 0; isWriting; turn += 1) {
          snapshots.push([...(await replica(cluster, turn).after("call", 0, { limit: 1_000 }))]);
          await nextTurn();
        }
      };
      const writing = upTo(8).map((writer) =>
        appendAll(
          replica(cluster, writer),
          "call",
          upTo(20).map((n) => [writer * 1_000 + n]),
        ),
      );
      const written = Promise.all(writing).finally(() => {
        isWriting = false;
      });
      await Promise.all([written, read()]);
      for (const events of snapshots) expect(events.map(({ seq }) => seq)).toEqual(upTo(events.length));
      expect(await readWhole(cluster.logs[0], "call")).toHaveLength(160);
    });

    test("of one key by many give everybody the same event", async () => {
      await using cluster = await open(Date.now);
      const results = await Promise.all(
        upTo(20).map((n) => replica(cluster, n).append("call", [segmentFact("same", `words of ${n}`)])),
      );
      const events = results.flat();
      expect(events.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
      for (const { event } of events) expect(event).toEqual(events[0]?.event);
    });
  });
}

async function appendAll(log: SessionLog, sessionId: string, plan: readonly number[][]) {
  const results = [];
  for (const ids of plan) {
    const facts = ids.map((id) => segmentFact(String(id)));
    // Sent again, as senders do, where a slow machine lets a log refuse what others crowd out.
    results.push(await patiently(() => log.append(sessionId, facts), NEVER));
  }
  return results;
}
