import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NewFact } from "@live-copilot/shared";
import { expect, test, vi } from "vitest";
import { openSessionLog } from "../adapters/sqlite/session-log.ts";
import { sessionMemories } from "./session-memories.ts";

const LIMITS = { maxBytes: 1_000_000, idleMs: 60_000 };

async function openLog() {
  const folder = await mkdtemp(join(tmpdir(), "live-copilot-"));
  const clock = { now: Date.parse("2026-03-02T15:00:00.000Z") };
  const log = await openSessionLog({ file: join(folder, "sessions.sqlite"), clock: () => clock.now });
  return {
    log,
    clock,
    async [Symbol.asyncDispose]() {
      await log.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function contextFact(key: string, plan: string): NewFact {
  return { kind: "context", key, data: { source: "call", values: { plan } } };
}

test("a session that was deleted and begun again remembers nothing of the first", async () => {
  await using opened = await openLog();
  const { log, clock } = opened;
  const memories = sessionMemories(log, LIMITS);
  await log.append("c1", [contextFact("a", "Plus")]);
  expect((await memories.recall("c1")).state.context.plan?.value).toBe("Plus");
  clock.now += 86_400_000;
  await log.sweep(clock.now, 10);
  await log.append("c1", [contextFact("a", "Basic"), contextFact("b", "Gold")]);
  expect((await memories.recall("c1")).state.context.plan?.value).toBe("Basic");
});

test("many who ask for a session at once read its log once", async () => {
  await using opened = await openLog();
  const { log } = opened;
  await log.append(
    "c1",
    Array.from({ length: 2_000 }, (_, n) => contextFact(`k${n}`, `plan ${n}`)),
  );
  const after = vi.spyOn(log, "after");
  const memories = sessionMemories(log, LIMITS);
  const found = await Promise.all(Array.from({ length: 20 }, () => memories.recall("c1")));
  expect(new Set(found.map(({ state }) => state.seq))).toEqual(new Set([2_000]));
  expect(after.mock.calls.length).toBeLessThan(10);
});

test("sessions that no longer fit are forgotten and read anew", async () => {
  await using opened = await openLog();
  const { log } = opened;
  const memories = sessionMemories(log, { maxBytes: 10_000, idleMs: 60_000 });
  const ids = Array.from({ length: 30 }, (_, n) => `c${n}`);
  await Promise.all(ids.map((id) => log.append(id, [contextFact("a", `plan of ${id}`)])));
  for (const round of [1, 2]) {
    const found = await Promise.all(ids.map((id) => memories.recall(id)));
    expect(
      found.map(({ state }) => state.context.plan?.value),
      `round ${round}`,
    ).toEqual(ids.map((id) => `plan of ${id}`));
  }
});
