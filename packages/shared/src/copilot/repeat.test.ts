import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { repeat } from "./repeat.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("pauses after the end of each time, so that work which takes long never runs beside itself", async () => {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const stop = repeat(100, work, "at once");
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(work).toHaveBeenCalledTimes(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(99);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  let hasStopped = false;
  const stopped = stop().then(() => {
    hasStopped = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(hasStopped).toBe(false);
  ends[1]?.();
  await stopped;
  await vi.advanceTimersByTimeAsync(1_000);
  expect([work.mock.calls.length, vi.getTimerCount()]).toEqual([2, 0]);
});

test("does not begin after it was stopped", async () => {
  const work = vi.fn(async () => undefined);
  await repeat(100, work)();
  await vi.advanceTimersByTimeAsync(1_000);
  expect([work.mock.calls.length, vi.getTimerCount()]).toEqual([0, 0]);
});
