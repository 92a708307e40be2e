import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { settleLater } from "./settle-later.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const DELAY = 500;

/** A log that takes what is settled once it is let, and the settling before it. */
function place() {
  const settled: (readonly unknown[])[] = [];
  const failures: unknown[] = [];
  let answer = async () => {};
  const settle = async (...given: readonly [string, number, number | null]) => {
    settled.push(given);
    await answer();
  };
  return {
    settled,
    failures,
    settling: settleLater({ settle }, DELAY, (...failure) => void failures.push(failure), Date.now),
    answers(by: () => Promise<void>) {
      answer = by;
    },
  };
}

test("of the looks at a session only the last is said, with those at other sessions", async () => {
  const { settling, settled } = place();
  settling.later("a", 1, 4_000);
  settling.later("b", 7, null);
  settling.later("a", 3, null);
  settling.later("forgotten", 2, null);
  settling.forget("forgotten");
  expect([settled, settling.waits("a"), settling.waits("c")]).toEqual([[], true, false]);
  await vi.advanceTimersByTimeAsync(DELAY);
  expect(settled).toEqual([
    ["a", 3, null],
    ["b", 7, null],
  ]);
  expect([settling.waits("a"), settling.waits("b")]).toEqual([false, false]);
  await vi.advanceTimersByTimeAsync(10 * DELAY);
  expect(settled).toHaveLength(2);
});

test("a session that is looked at all the time is settled now and then, and waits until the last is said", async () => {
  const { settling, settled, answers } = place();
  const answer = Promise.withResolvers<void>();
  answers(() => answer.promise);
  for (let seq = 1; seq <= 10; seq += 1) {
    settling.later("a", seq, null);
    await vi.advanceTimersByTimeAsync(DELAY / 5);
  }
  await vi.advanceTimersByTimeAsync(DELAY);
  expect([settled, settling.waits("a")]).toEqual([
    [
      ["a", 5, null],
      ["a", 10, null],
    ],
    true,
  ]);
  answer.resolve();
  await vi.advanceTimersByTimeAsync(0);
  expect(settling.waits("a")).toBe(false);
});

test("what cannot be said is reported and left to the next look; stopping says what is left, however many", async () => {
  const { settling, settled, failures, answers } = place();
  const away = new Error("away");
  answers(() => Promise.reject(away));
  settling.later("a", 1, null);
  await vi.advanceTimersByTimeAsync(DELAY);
  expect([failures, settling.waits("a")]).toEqual([[["a", away]], false]);
  answers(async () => {});
  for (let n = 0; n < 30; n += 1) settling.later(`s${n}`, n, null);
  await settling.stop();
  expect(settled).toHaveLength(31);
  expect(vi.getTimerCount()).toBe(0);
});
