import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchHealth } from "./watch-health.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const EVERY = 2_000;

/** A service that answers, refuses or stays silent, and counts how often it was asked. */
function service() {
  const it = { does: "answer" as "answer" | "refuse" | "hang", asked: 0 };
  const check = async () => {
    it.asked++;
    if (it.does === "hang") await new Promise(() => {});
    if (it.does === "refuse") throw new Error("away");
  };
  return { it, check };
}

function watched(parts: Parameters<typeof watchHealth>[0]["checks"]) {
  const changes: (readonly string[])[] = [];
  const seen: string[] = [];
  const health = watchHealth({
    checks: parts,
    everyMs: EVERY,
    seen: (part, up) => seen.push(`${part} ${up}`),
  });
  health.onChange(() => changes.push(health.degraded()));
  return { health, changes, seen };
}

test("a part is away after two looks in a row that fail, and back after one that succeeds", async () => {
  const { it, check } = service();
  const { health, changes, seen } = watched({ feed: check });
  await vi.advanceTimersByTimeAsync(EVERY);
  it.does = "refuse";
  await vi.advanceTimersByTimeAsync(EVERY);
  expect(health.degraded()).toEqual([]);
  await vi.advanceTimersByTimeAsync(EVERY);
  expect(health.degraded()).toEqual(["feed"]);
  it.does = "answer";
  await vi.advanceTimersByTimeAsync(EVERY);
  expect(changes).toEqual([["feed"], []]);
  expect(seen).toEqual(["feed true", "feed true", "feed false", "feed false", "feed true"]);
  health.stop();
});

test("what fails every other time is not told", async () => {
  const { it, check } = service();
  const { health, changes } = watched({ model: check });
  for (let look = 0; look < 20; look++) {
    it.does = look % 2 === 0 ? "refuse" : "answer";
    await vi.advanceTimersByTimeAsync(EVERY);
  }
  expect(changes).toEqual([]);
  health.stop();
});

test("one that does not answer is away, holds up no other, and is not asked again beside itself", async () => {
  const silent = service();
  const well = service();
  silent.it.does = "hang";
  const { health } = watched({ customers: silent.check, policies: well.check });
  await vi.advanceTimersByTimeAsync(4 * EVERY);
  expect(health.degraded()).toEqual(["customers"]);
  expect(silent.it.asked).toBe(1);
  expect(well.it.asked).toBeGreaterThan(3);
  health.stop();
});

test("one that never ended is asked anew in the end, so that it can come back", async () => {
  const { it, check } = service();
  it.does = "hang";
  const { health } = watched({ customers: check });
  await vi.advanceTimersByTimeAsync(4 * EVERY);
  expect(health.degraded()).toEqual(["customers"]);
  it.does = "answer";
  await vi.advanceTimersByTimeAsync(10 * EVERY);
  expect(health.degraded()).toEqual([]);
  health.stop();
});

test("several are named in one order, and a listener that stopped hears nothing", async () => {
  const [feed, model] = [service(), service()];
  feed.it.does = "refuse";
  const { health } = watched({ feed: feed.check, model: model.check });
  const heard = vi.fn();
  health.onChange(heard)();
  await vi.advanceTimersByTimeAsync(2 * EVERY);
  model.it.does = "refuse";
  await vi.advanceTimersByTimeAsync(3 * EVERY);
  expect(health.degraded()).toEqual(["model", "feed"]);
  expect(heard).not.toHaveBeenCalled();
  health.stop();
});

test("nothing is asked after it was stopped", async () => {
  const { it, check } = service();
  const { health } = watched({ feed: check });
  await vi.advanceTimersByTimeAsync(EVERY);
  const asked = it.asked;
  health.stop();
  await vi.advanceTimersByTimeAsync(10 * EVERY);
  expect([it.asked, vi.getTimerCount()]).toEqual([asked, 0]);
});

test("without anything to watch nothing can change", () => {
  const { health } = watched({});
  expect([health.canChange, health.degraded(), vi.getTimerCount()]).toEqual([false, [], 0]);
});
