import { expect, test } from "vitest";
import { ModelFailure, type ModelFailureOptions } from "./model-failure.ts";
import { pauseBeforeRetry, retryPauseMs } from "./retry.ts";

const failed = (options: ModelFailureOptions = {}) =>
  new ModelFailure("server-error", "failed", { canRetry: true, ...options });
const place = { attempt: 1, leftMs: 6_000, chance: 0 };

test("a pause is twice as long each time, and longer by chance", () => {
  expect(retryPauseMs(failed(), place)).toBe(150);
  expect(retryPauseMs(failed(), { ...place, chance: 1 })).toBe(300);
  expect(retryPauseMs(failed(), { ...place, attempt: 2 })).toBe(300);
});

test("a server that says when is asked no earlier, and not by everyone at once", () => {
  expect(retryPauseMs(failed({ retryAfterMs: 2_000 }), place)).toBe(2_000);
  expect(retryPauseMs(failed({ retryAfterMs: 2_000 }), { ...place, chance: 1 })).toBe(3_000);
  expect(retryPauseMs(failed({ retryAfterMs: 0 }), { ...place, chance: 1 })).toBe(150);
});

test.each([
  ["what cannot fare better", failed({ canRetry: false }), place],
  ["the third failure", failed(), { ...place, attempt: 3 }],
  ["a server that wants to rest beyond the deadline", failed({ retryAfterMs: 5_800 }), place],
  ["what would come too late", failed(), { ...place, leftMs: 400 }],
])("not waited for: %s", (_name, failure, at) => {
  expect(retryPauseMs(failure, at)).toBeNull();
});

test("a pause ends at once, with the reason, when it is not wanted any more", async () => {
  const controller = new AbortController();
  const failure = failed({ retryAfterMs: 60_000 });
  const waiting = pauseBeforeRetry(failure, { attempt: 1, leftMs: 100_000 }, controller.signal);
  const reason = new Error("superseded");
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});
