import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CopilotError, plainEventSchema } from "@live-copilot/shared";
import type { SessionLog } from "@live-copilot/shared/copilot";
import { expect, test, vi } from "vitest";
import { createMemorySignals } from "../adapters/memory/signals.ts";
import { openSessionLog } from "../adapters/sqlite/session-log.ts";
import { eventTaker } from "./take-events.ts";

/** The webhook's verb over a log of its own, in which one append may wait. */
async function openTaker(parts: Partial<SessionLog> = {}) {
  const folder = await mkdtemp(join(tmpdir(), "live-copilot-"));
  const log = await openSessionLog({ file: join(folder, "sessions.sqlite"), maxWaiting: 1 });
  const signals = createMemorySignals();
  const ignore = () => undefined;
  const turns = { look: ignore, customerSpoke: ignore, otherSpoke: ignore };
  const take = eventTaker({ log: { ...log, ...parts }, signals, turns, pauseMs: 700, now: () => Date.now() });
  return {
    log,
    signals,
    take: (...events: object[]) =>
      take(
        events.map((event) => plainEventSchema.parse(event)),
        null,
      ),
    kinds: async (sessionId: string) =>
      (await log.after(sessionId, 0, { limit: 100 })).map(({ kind }) => kind),
    async [Symbol.asyncDispose]() {
      await signals.close();
      await log.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

test("a session that was deleted and begins again has its context again", async () => {
  await using opened = await openTaker();
  const { log, take, kinds } = opened;
  const event = { sessionId: "c1", segmentId: "a", text: "Hello.", plan: "Plus" };
  await take(event);
  expect(await log.sweep(Date.now() + 1_000, 10)).toBe(1);
  await take({ ...event, final: false });
  await take(event);
  expect(await kinds("c1")).toEqual(["context", "segment"]);
});

test("what the log refuses is told with when to try again, and nothing of the session is stored", async () => {
  await using opened = await openTaker();
  const { take, kinds } = opened;
  const event = (sessionId: string) => ({ sessionId, segmentId: "a", text: "Hello.", plan: "Plus" });
  const tried = await Promise.allSettled(["a", "b", "c"].map((id) => take(event(id))));
  expect(tried.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(tried[1]).toMatchObject({ reason: { reason: "UNAVAILABLE", retryAfter: 1 } });
  expect(await kinds("b")).toEqual([]);
  expect(await take(event("b"))).toEqual({ accepted: 1, duplicates: 0 });
  expect(await kinds("b")).toEqual(["context", "segment"]);
});

test("events that nothing identifies are refused with the one they wait for while the log is away", async () => {
  vi.useFakeTimers();
  await using cleanup = new AsyncDisposableStack();
  cleanup.defer(() => void vi.useRealTimers());
  const away = () =>
    new Promise<never>((_, reject) => setTimeout(reject, 4_000, new CopilotError("UNAVAILABLE", "away")));
  const { take } = cleanup.use(await openTaker({ head: away }));
  let refused = 0;
  const count = () => {
    refused += 1;
  };
  for (let n = 0; n < 20; n += 1) void take({ sessionId: "a", text: `words ${n}` }).catch(count);
  await vi.advanceTimersByTimeAsync(8_500);
  expect(refused).toBe(20);
});
