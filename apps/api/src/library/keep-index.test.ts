import { NO_TRADE, type PolicyIndex, type PolicyLibrary } from "@live-copilot/shared/copilot";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepIndex } from "./keep-index.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("looks do not pile up behind a build that takes long", async () => {
  let revision = 1;
  let asked = 0;
  const stopped = Promise.withResolvers<void>();
  const library = {
    revision: async () => {
      asked += 1;
      return revision;
    },
    clauses: async () => [],
    synonyms: async () => [],
  } satisfies Partial<PolicyLibrary>;
  const rebuild: PolicyIndex["rebuild"] = () => (revision === 1 ? Promise.resolve() : stopped.promise);
  const kept = await keepIndex({ library, index: { rebuild }, trade: NO_TRADE }, () => undefined);
  revision = 2;
  await vi.advanceTimersByTimeAsync(60_000);
  const before = asked;
  stopped.resolve();
  await vi.advanceTimersByTimeAsync(10);
  expect(asked - before).toBeLessThanOrEqual(1);
  kept.stop();
});
