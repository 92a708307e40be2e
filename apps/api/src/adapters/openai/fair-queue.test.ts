import fc from "fast-check";
import { expect, test } from "vitest";
import { createFairQueue, type FairQueue } from "./fair-queue.ts";

type Step = { readonly enter: string } | { readonly leave: number } | { readonly abort: number };

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ enter: fc.constantFrom("a", "b", "c", "d") }) },
    { weight: 3, arbitrary: fc.record({ leave: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ abort: fc.nat() }) },
  ),
  { maxLength: 80 },
);

interface Call {
  readonly key: string;
  readonly controller: AbortController;
  place: "waits" | "runs" | "left" | "aborted";
  leave?: () => void;
}

/** Plays the steps; `onServed` is told of each call that begins to run. */
async function play(queue: FairQueue, played: readonly Step[], onServed: (call: Call, all: Call[]) => void) {
  const calls: Call[] = [];
  const pick = (place: Call["place"], nth: number) => {
    const some = calls.filter((call) => call.place === place);
    return some[nth % Math.max(1, some.length)];
  };
  const settled = () => new Promise(setImmediate);
  for (const step of played) {
    if ("enter" in step) {
      const call: Call = { key: step.enter, controller: new AbortController(), place: "waits" };
      calls.push(call);
      queue.enter(call.key, call.controller.signal).then(
        (leave) => {
          onServed(call, calls);
          Object.assign(call, { place: "runs", leave });
        },
        () => Object.assign(call, { place: "aborted" }),
      );
    } else if ("leave" in step) {
      const call = pick("runs", step.leave);
      if (call) call.place = "left";
      call?.leave?.();
      call?.leave?.();
    } else pick("waits", step.abort)?.controller.abort();
    await settled();
    const running = calls.filter(({ place }) => place === "runs").length;
    const waiting = calls.filter(({ place }) => place === "waits").length;
    expect([queue.running, queue.waiting]).toEqual([running, waiting]);
    expect(waiting === 0 || running > 0).toBe(true);
  }
  return calls;
}

test("whatever comes and goes: never too many, no place idle, none lost, keys served in turn", async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (played, limit) => {
      const queue = createFairQueue(limit);
      /** How often others were served while a key waited without a break, by key and other key. */
      const passed = new Map<string, Map<string, number>>();
      await play(queue, played, (served, calls) => {
        const waits = new Set(calls.filter(({ place }) => place === "waits").map(({ key }) => key));
        const first = calls.find(({ key, place }) => key === served.key && place === "waits");
        expect(first).toBe(served);
        passed.delete(served.key);
        for (const key of [...passed.keys()]) if (!waits.has(key)) passed.delete(key);
        for (const key of waits) {
          if (key === served.key) continue;
          const others = passed.get(key) ?? new Map<string, number>();
          others.set(served.key, (others.get(served.key) ?? 0) + 1);
          passed.set(key, others);
          expect(others.get(served.key)).toBeLessThanOrEqual(1);
        }
        expect(queue.running).toBeLessThanOrEqual(limit);
      });
      expect(queue.waiting === 0 || queue.running === limit).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("a call that comes last is served next when the others all are one session's", async () => {
  const queue = createFairQueue(1);
  const served: string[] = [];
  const leaves = [await queue.enter("busy")];
  const waiting = ["busy", "busy", "busy", "quiet", "busy"].map(async (key, n) => {
    const leave = await queue.enter(key);
    served.push(`${key} ${n}`);
    leave();
  });
  for (const leave of leaves) leave();
  await Promise.all(waiting);
  expect(served).toEqual(["busy 0", "quiet 3", "busy 1", "busy 2", "busy 4"]);
});

test("a call whose signal aborted before does not enter", async () => {
  const queue = createFairQueue(1);
  const reason = new Error("gone");
  await expect(queue.enter("a", AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(queue.running).toBe(0);
});
